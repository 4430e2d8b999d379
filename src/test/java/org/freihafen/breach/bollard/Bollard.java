package org.freihafen.breach.bollard;

public record Bollard() {}
