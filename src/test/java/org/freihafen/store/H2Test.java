package org.freihafen.store;

class H2Test extends JdbiContract {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
