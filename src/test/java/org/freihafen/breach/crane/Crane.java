package org.freihafen.breach.crane;

import org.freihafen.breach.quay.Quay;

import java.util.List;

public record Crane(List<Quay> undeclared) {

    Quay[] asArray() {
        return undeclared.toArray(Quay[]::new);
    }
}
