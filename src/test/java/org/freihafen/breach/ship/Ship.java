package org.freihafen.breach.ship;

import org.freihafen.breach.quay.Quay;
import org.jspecify.annotations.Nullable;

public record Ship(@Nullable Quay berth) {}
