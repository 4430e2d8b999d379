package org.freihafen.sandsight;

final class ScriptedUsersTest extends CloudUsersContract {
    private final ScriptedUsers users =
            new ScriptedUsers()
                    .person(NILS, "nils", "geheim", "Nils Beispiel")
                    .person(PAUL, "paul", "geheim", "Paul Beispiel")
                    .group("ag-umwelt", "AG Umwelt", NILS)
                    .group("ag-digital", "AG Digital", PAUL)
                    .group("vorstand", "Vorstand", PAUL);

    @Override
    protected CloudUsers users() {
        return users;
    }

    @Override
    protected void suspend(String uid) {
        users.gone(uid);
    }

    @Override
    protected void rename(String groupName, String newName) {
        users.group("ag-umwelt", newName, NILS);
    }
}
