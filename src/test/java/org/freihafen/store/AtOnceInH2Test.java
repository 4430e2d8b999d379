package org.freihafen.store;

class AtOnceInH2Test extends AtOnceContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
