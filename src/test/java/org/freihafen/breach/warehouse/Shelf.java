package org.freihafen.breach.warehouse;

public record Shelf() {}
