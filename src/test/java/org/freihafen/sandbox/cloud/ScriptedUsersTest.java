package org.freihafen.sandbox.cloud;

final class ScriptedUsersTest extends CloudUsersContract {
    private final ScriptedUsers users =
            new ScriptedUsers()
                    .person(NILS, "nils", "geheim", "Nils Beispiel")
                    .person(PAUL, "paul", "geheim", "Paul Beispiel")
                    .group("ag-umwelt", "AG Umwelt", NILS)
                    .group("ag-digital", "AG Digital", PAUL)
                    .group("vorstand", "Vorstand", PAUL);

    @Override
    CloudUsers users() {
        return users;
    }

    @Override
    void suspend(String uid) {
        users.gone(uid);
    }

    @Override
    void rename(String groupName, String newName) {
        users.group("ag-umwelt", newName, NILS);
    }
}
