package org.freihafen.breach.crane.pulley.rope;

public record Rope(int lengthInMetres) {}
