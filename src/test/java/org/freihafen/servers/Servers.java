package org.freihafen.servers;

import static org.assertj.core.api.Assertions.fail;

import org.opentest4j.TestAbortedException;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which servers this machine has. A test whose server is missing is aborted with a loud line, or
 * fails when {@code -Dservers=required} is given.
 */
public final class Servers {

    private static final Map<String, List<String>> PROGRAMS =
            Map.of(
                    "slapd", List.of("/usr/sbin/slapd", "/usr/sbin/slapadd", "/usr/bin/openssl"),
                    "389ds", List.of("/usr/sbin/ns-slapd", "/usr/sbin/dscreate"),
                    "postgres", List.of("/usr/lib/postgresql/*/bin/initdb"),
                    "chromium", List.of("/usr/bin/chromium-headless-shell"),
                    "nginx", List.of("/usr/sbin/nginx", "/usr/bin/python3"),
                    "nextcloudcmd", List.of("/usr/bin/nextcloudcmd"));

    private Servers() {}

    /** Goes on only if everything that the server needs is installed. */
    public static void require(String server) {
        List<String> missing =
                programsOf(server).stream().filter(program -> found(program).isEmpty()).toList();
        if (missing.isEmpty()) {
            return;
        }
        notHere(server + " is not installed here: " + String.join(", ", missing));
    }

    /** Ends a test that cannot run on this machine, loudly. */
    public static void notHere(String sentence) {
        if ("required".equals(System.getProperty("servers"))) {
            fail(sentence);
        }
        System.err.println(
                "NOT TESTED: " + sentence + " (-Dservers=required makes this a failure)");
        throw new TestAbortedException(sentence);
    }

    /** The last of the programs that match, so the newest version where several are installed. */
    static Path program(String server, int index) {
        require(server);
        return found(programsOf(server).get(index)).orElseThrow();
    }

    private static List<String> programsOf(String server) {
        return Optional.ofNullable(PROGRAMS.get(server))
                .orElseThrow(() -> new IllegalArgumentException("No such server: " + server));
    }

    private static Optional<Path> found(String program) {
        int star = program.indexOf("/*/");
        if (star < 0) {
            return Optional.of(Path.of(program)).filter(Files::isExecutable);
        }
        Path above = Path.of(program.substring(0, star));
        if (!Files.isDirectory(above)) {
            return Optional.empty();
        }
        Path last = null;
        try (DirectoryStream<Path> versions = Files.newDirectoryStream(above)) {
            for (Path version : versions) {
                Path candidate = version.resolve(program.substring(star + 3));
                if (Files.isExecutable(candidate)
                        && (last == null || candidate.compareTo(last) > 0)) {
                    last = candidate;
                }
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.ofNullable(last);
    }
}
