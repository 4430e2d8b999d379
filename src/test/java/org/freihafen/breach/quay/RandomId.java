package org.freihafen.breach.quay;

import java.util.UUID;

class RandomId {

    UUID next() {
        return UUID.randomUUID();
    }
}
