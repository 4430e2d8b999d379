package org.freihafen.host;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.freihafen.access.Decision;
import org.freihafen.accounts.Username;
import org.freihafen.signin.HostGrant;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Picks up what {@link AdminCommand} leaves in the data directory. Takes only files that belong to
 * the directory's owner and that nobody else could have read or written.
 */
@Singleton
public class HostRequests {
    private static final Logger LOG = Logger.getLogger(HostRequests.class.getName());
    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");

    private final HostGrant grant;
    private final Path directory;

    @Resource private @Nullable ManagedScheduledExecutorService timer;
    private @Nullable ScheduledFuture<?> looking;

    @Inject
    public HostRequests(HostGrant grant, @ConfigProperty(name = "freihafen.data") String data) {
        this.grant = grant;
        directory = Path.of(data).resolve(AdminCommand.DIRECTORY);
    }

    void begin(@Observes Startup startup) {
        try {
            Files.createDirectories(directory);
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "freihafen.data is '"
                            + directory.getParent()
                            + "'; name a directory that the server's user can write.",
                    e);
        }
        if (timer != null) {
            looking = timer.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
        }
    }

    @PreDestroy
    void end() {
        if (looking != null) {
            looking.cancel(true);
        }
    }

    /** Answers every request that is there. */
    void look() {
        try (DirectoryStream<Path> requests =
                Files.newDirectoryStream(directory, "*" + AdminCommand.REQUEST)) {
            for (Path request : requests) {
                answer(request);
            }
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "cannot look for requests in " + directory, e);
        }
    }

    private void answer(Path file) throws IOException {
        Optional<HostRequest> request = read(file);
        Files.deleteIfExists(file);
        if (request.isEmpty()) {
            LOG.warning("left a request aside that is not the owner's own: " + file);
            return;
        }
        String name = file.getFileName().toString();
        String stem = name.substring(0, name.length() - AdminCommand.REQUEST.length());
        Path answer = directory.resolve(stem + AdminCommand.ANSWER);
        Path draft = Files.createTempFile(directory, "draft", "");
        Files.writeString(draft, decide(request.get()));
        Files.move(draft, answer);
    }

    private Optional<HostRequest> read(Path file) throws IOException {
        PosixFileAttributes of =
                Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        boolean own =
                of.isRegularFile()
                        && of.owner().equals(Files.getOwner(directory))
                        && of.permissions().equals(OWNER_ONLY)
                        && of.size() < 4096;
        return own ? HostRequest.of(Files.readString(file)) : Optional.empty();
    }

    private String decide(HostRequest request) {
        if (!Username.allowed(request.login())) {
            return "That is not a login name.";
        }
        return switch (grant.open(
                new Username(request.login()), request.digest(), request.reason())) {
            case Decision.Done<?> _ -> AdminCommand.GRANTED;
            case Decision.Refused<?> _ ->
                    "There is no account with this login name that could be used.";
        };
    }
}
