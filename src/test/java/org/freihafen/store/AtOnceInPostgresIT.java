package org.freihafen.store;

class AtOnceInPostgresIT extends AtOnceContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
