package org.freihafen.directory.ldap;

import org.freihafen.servers.Embedded;
import org.freihafen.servers.LdapServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Objects;

class EmbeddedLastBindsTest extends LastBindsContract {
    @TempDir private Path home;

    private @Nullable Embedded embedded;

    @BeforeEach
    void start() {
        embedded = Embedded.started(home);
    }

    @AfterEach
    void stop() {
        server().stop();
    }

    @Override
    LdapServer server() {
        return Objects.requireNonNull(embedded);
    }

    @Override
    String attribute() {
        return "authTimestamp";
    }
}
