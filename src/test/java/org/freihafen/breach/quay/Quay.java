package org.freihafen.breach.quay;

import org.freihafen.breach.ship.Ship;
import org.jspecify.annotations.Nullable;

public record Quay(@Nullable Ship moored) {}
