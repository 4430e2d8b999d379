package org.freihafen.store;

class EnrollingInH2Test extends EnrollingContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
