package org.freihafen.store;

class EnrollingInPostgresIT extends EnrollingContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
