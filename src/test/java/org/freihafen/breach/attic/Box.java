package org.freihafen.breach.attic;

public record Box() {}
