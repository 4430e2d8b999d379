package org.freihafen.breach.crane.pulley;

import org.freihafen.breach.ship.Ship;

public record Pulley(Ship undeclared) {}
