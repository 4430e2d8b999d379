package org.freihafen.structure;

class InMemoryStructurePlansTest extends StructurePlansContract {
    private final StructurePlans plans = new InMemoryStructurePlans();

    @Override
    protected StructurePlans plans() {
        return plans;
    }
}
