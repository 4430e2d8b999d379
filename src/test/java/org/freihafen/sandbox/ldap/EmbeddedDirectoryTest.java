package org.freihafen.sandbox.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import static java.util.Objects.requireNonNull;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.extensions.PasswordModifyExtendedRequest;

import org.freihafen.sandbox.ldap.EmbeddedDirectory.Settings;
import org.freihafen.servers.Embedded;
import org.freihafen.servers.LdapServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

class EmbeddedDirectoryTest {

    private static final String ANNA = "fhId=0192-anna,ou=people," + EmbeddedDirectory.BASE;
    private static final String GROUP = "cn=ag-umwelt,ou=groups," + EmbeddedDirectory.BASE;

    @TempDir private Path home;

    @Test
    void what_was_acknowledged_survives_when_the_process_is_cut_off() throws Exception {
        Embedded running = Embedded.started(home.resolve("a"));
        String uuid = writeAll(running);
        Path left = copy("a", "b");
        running.stop();

        Embedded again = Embedded.started(left);
        assertAll(again, uuid);
        again.stop();
    }

    @Test
    void a_kill_without_warning_loses_nothing_acknowledged() throws Exception {
        Path data = home.resolve("killed");
        Process process =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-XX:TieredStopAtLevel=1",
                                EmbeddedDirectoryTest.class.getName(),
                                data.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String uuid = requireNonNull(process.inputReader().readLine());
        process.destroyForcibly().waitFor();

        Embedded again = Embedded.started(data);
        assertAll(again, uuid);
        again.stop();
    }

    /** Runs as a process of its own, which is then killed. */
    static void main(String[] arguments) throws Exception {
        try {
            System.out.println(writeAll(Embedded.started(Path.of(arguments[0]))));
            Thread.sleep(20_000);
        } finally {
            Runtime.getRuntime().halt(1);
        }
    }

    @Test
    void a_log_that_is_read_over_a_newer_snapshot_does_no_harm() throws Exception {
        Embedded running = Embedded.started(home.resolve("a"));
        String uuid = writeAll(running);
        Path left = copy("a", "b");
        running.stop();
        copy("a", "c");
        Files.copy(
                left.resolve("directory.log"),
                home.resolve("c/directory.log"),
                StandardCopyOption.REPLACE_EXISTING);

        Embedded again = Embedded.started(home.resolve("c"));
        assertAll(again, uuid);
        again.stop();
    }

    @Test
    void a_write_that_was_refused_leaves_no_trace() throws Exception {
        Embedded running = Embedded.started(home.resolve("a"));
        try (LDAPConnection writer = running.connectAs("freihafen")) {
            assertThatCode(() -> writer.modify(ANNA, set("uid", "anna")))
                    .isInstanceOfSatisfying(
                            LDAPException.class,
                            e ->
                                    assertThat(e.getResultCode())
                                            .isEqualTo(ResultCode.NO_SUCH_OBJECT));
            assertThatCode(() -> writer.add(new Entry("dn: " + GROUP, "objectClass: unheard-of")))
                    .isInstanceOf(LDAPException.class);
        }
        assertThat(Files.size(home.resolve("a/directory.log"))).isZero();
        running.stop();
    }

    @Test
    void no_password_is_written_down() throws Exception {
        Embedded running = Embedded.started(home.resolve("a"));
        writeAll(running);
        running.stop();
        running.restart();
        try (LDAPConnection writer = running.connectAs("freihafen")) {
            setPassword(writer, "rosebud and thorn");
        }
        for (String file : new String[] {"directory.ldif", "directory.log"}) {
            assertThat(Files.readString(home.resolve("a").resolve(file)))
                    .doesNotContain("rosebud")
                    .doesNotContain("userPassword: freihafen");
        }
        running.stop();
    }

    @Test
    void it_refuses_every_address_but_loopback() {
        for (String address : new String[] {"0.0.0.0", "192.0.2.1", "::"}) {
            assertThatCode(() -> new Settings(InetAddress.ofLiteral(address), 0, home, Map.of()))
                    .hasMessageContaining("127.0.0.1 only");
        }
    }

    @Test
    void two_do_not_share_one_directory_on_disk() {
        Embedded running = Embedded.started(home.resolve("a"));
        assertThatCode(() -> Embedded.started(home.resolve("a")))
                .hasMessageContaining("Another process uses");
        running.stop();
    }

    private static String writeAll(LdapServer server) throws Exception {
        try (LDAPConnection writer = server.connectAs("freihafen")) {
            writer.add(
                    new Entry(
                            "dn: " + ANNA,
                            "objectClass: inetOrgPerson",
                            "objectClass: fhManaged",
                            "objectClass: fhPerson",
                            "fhId: 0192-anna",
                            "fhState: active",
                            "uid: anna",
                            "cn: Änna",
                            "sn: Änna"));
            writer.add(
                    new Entry(
                            "dn: " + GROUP,
                            "objectClass: fhGroupEntry",
                            "objectClass: fhGroup",
                            "objectClass: fhManaged",
                            "fhId: 0192-group",
                            "cn: ag-umwelt",
                            "member: " + ANNA));
            writer.add(
                    new Entry(
                            "dn: " + GROUP.replace("ag-umwelt", "short-lived"),
                            "objectClass: fhGroupEntry",
                            "objectClass: fhGroup",
                            "objectClass: fhManaged",
                            "fhId: 0192-short",
                            "cn: short-lived"));
            writer.modify(ANNA, set("uid", "anna.b"));
            setPassword(writer, "rosebud");
            writer.delete(GROUP.replace("ag-umwelt", "short-lived"));
            writer.modifyDN(GROUP, "cn=ag-klima", true);
            return requireNonNull(
                    requireNonNull(writer.getEntry(ANNA, "entryUUID"))
                            .getAttributeValue("entryUUID"));
        }
    }

    private static void assertAll(LdapServer server, String uuid) throws LDAPException {
        try (LDAPConnection writer = server.connectAs("freihafen")) {
            Entry anna = requireNonNull(writer.getEntry(ANNA, "*", "entryUUID"));
            assertThat(anna.getAttributeValue("uid")).isEqualTo("anna.b");
            assertThat(anna.getAttributeValue("cn")).isEqualTo("Änna");
            assertThat(anna.getAttributeValue("entryUUID")).isEqualTo(uuid);
            assertThat(writer.getEntry(GROUP)).isNull();
            Entry group = requireNonNull(writer.getEntry(GROUP.replace("umwelt", "klima")));
            assertThat(group.getAttributeValue("member")).isEqualTo(ANNA);
            assertThat(writer.getEntry(GROUP.replace("ag-umwelt", "short-lived"))).isNull();
        }
        try (LDAPConnection anna = server.connect()) {
            assertThat(anna.bind(ANNA, "rosebud").getResultCode()).isEqualTo(ResultCode.SUCCESS);
        }
    }

    private static void setPassword(LDAPConnection writer, String password) throws LDAPException {
        assertThat(
                        writer.processExtendedOperation(
                                        new PasswordModifyExtendedRequest(
                                                ANNA, (String) null, password))
                                .getResultCode())
                .isEqualTo(ResultCode.SUCCESS);
    }

    private static Modification set(String attribute, String value) {
        return new Modification(ModificationType.REPLACE, attribute, value);
    }

    private Path copy(String from, String to) throws IOException {
        Path target = Files.createDirectory(home.resolve(to));
        for (String file : new String[] {"directory.ldif", "directory.log"}) {
            Files.copy(home.resolve(from).resolve(file), target.resolve(file));
        }
        return target;
    }
}
