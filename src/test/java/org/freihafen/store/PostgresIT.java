package org.freihafen.store;

class PostgresIT extends JdbiContract {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
