package org.freihafen.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Entry;

import org.freihafen.servers.LdapServer;
import org.freihafen.servers.Slapd;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A short Python script that brings LDAP into line with CSV by {@code ldapmodify}, without TLS. */
final class Rival {
    private final Path script;
    private final Path people;
    private final Path groups;
    private final Path said;

    Rival(Path directory) throws IOException {
        script = directory.resolve("rival.py");
        people = directory.resolve("people.csv");
        groups = directory.resolve("groups.csv");
        said = directory.resolve("said");
        try (InputStream in = Rival.class.getResourceAsStream("rival.py")) {
            Files.copy(Objects.requireNonNull(in), script);
        }
    }

    /** Writes down as CSV what it is to achieve. */
    void wants(List<Entry> entries) throws IOException {
        try (Writer person = Files.newBufferedWriter(people);
                Writer group = Files.newBufferedWriter(groups)) {
            for (Entry entry : entries) {
                if (entry.hasAttribute("uid")) {
                    person.write(
                            line(
                                    entry,
                                    Stream.of(
                                            "fhId", "uid", "displayName", "fhState", "fhService")));
                } else {
                    String members =
                            values(entry, "member")
                                    .map(dn -> dn.substring("fhId=".length(), dn.indexOf(',')))
                                    .collect(Collectors.joining(" "));
                    String rest =
                            line(
                                    entry,
                                    Stream.of(
                                            "fhId",
                                            "fhUnit",
                                            "fhPart",
                                            "cn",
                                            "fhName",
                                            "fhKey",
                                            "fhKind",
                                            "fhParent",
                                            "fhService"));
                    group.write(rest.strip() + "," + quoted(members) + "\n");
                }
            }
        }
    }

    private static String line(Entry entry, Stream<String> attributes) {
        return attributes
                .map(name -> quoted(values(entry, name).collect(Collectors.joining(" "))))
                .collect(Collectors.joining(",", "", "\n"));
    }

    private static Stream<String> values(Entry entry, String attribute) {
        String[] values = entry.getAttributeValues(attribute);
        return values == null ? Stream.empty() : Arrays.stream(values);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    void run(Slapd slapd) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                "python3",
                                script.toString(),
                                "ldap://127.0.0.1:" + slapd.port(),
                                "cn=freihafen,ou=services," + LdapServer.BASE,
                                "freihafen",
                                LdapServer.BASE,
                                people.toString(),
                                groups.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();

        assertThat(process.waitFor()).as("see %s", said).isZero();
    }
}
