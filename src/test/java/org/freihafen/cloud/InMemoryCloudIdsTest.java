package org.freihafen.cloud;

class InMemoryCloudIdsTest extends CloudIdsContract {
    private final InMemoryCloudIds ids = new InMemoryCloudIds();

    @Override
    protected CloudIds ids() {
        return ids;
    }
}
