package org.freihafen.sandsight;

import org.freihafen.sandfiles.CloudState;
import org.freihafen.sandfiles.CloudStore;
import org.freihafen.sandfiles.Fact.AppPassword;
import org.freihafen.sandfiles.FileTree;
import org.freihafen.sandsight.CloudSettings.ServiceAccount;
import org.freihafen.sandtalk.CloudRequest;
import org.freihafen.sandtalk.Refusal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Who signs in: local service accounts by app password, people by the directory's password or an
 * app password. Of app passwords only hashes are kept, but for each service account's own, which
 * stands in a file that its owner alone may read.
 */
public final class Accounts {
    private static final String LETTERS =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private static final int TOKEN = 15;
    private static final int SECRET = 72;

    private final CloudStore store;
    private final CloudUsers users;
    private final SeenGroups groups;
    private final BruteForce bruteForce;
    private final List<ServiceAccount> services;
    private final RandomGenerator random;

    public Accounts(
            CloudStore store,
            CloudUsers users,
            SeenGroups groups,
            BruteForce bruteForce,
            List<ServiceAccount> services,
            RandomGenerator random) {
        this.store = store;
        this.users = users;
        this.groups = groups;
        this.bruteForce = bruteForce;
        this.services = List.copyOf(services);
        this.random = random;
    }

    /**
     * Somebody who proved who they are.
     *
     * @param appPassword the hash of the app password that was used, empty for a real password
     */
    public record Visitor(String uid, String login, String appPassword) {}

    /** Empty when no credentials came; a refusal when they are wrong or came too often. */
    public Optional<Visitor> admit(CloudRequest request) {
        Optional<String> header =
                request.header("authorization")
                        .filter(h -> h.regionMatches(true, 0, "Basic ", 0, 6));
        if (header.isEmpty()) {
            return Optional.empty();
        }
        bruteForce.before(request.address());
        String pair;
        try {
            pair =
                    new String(
                            Base64.getDecoder().decode(header.get().substring(6).strip()),
                            StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            pair = "";
        }
        int colon = pair.indexOf(':');
        String login = colon < 0 ? pair : pair.substring(0, colon);
        String password = colon < 0 ? "" : pair.substring(colon + 1);
        Optional<Visitor> visitor =
                byAppPassword(login, password).or(() -> byPassword(login, password));
        if (visitor.isEmpty()) {
            bruteForce.failed(request.address(), login);
            throw unauthorised();
        }
        bruteForce.succeeded(request.address(), login);
        return visitor;
    }

    public static Refusal unauthorised() {
        return new Refusal(
                401,
                "Sabre\\DAV\\Exception\\NotAuthenticated",
                "No public access to this resource., Username or password was incorrect");
    }

    public String issue(Visitor visitor, String label) {
        String password = secret();
        store.write(batch -> {
            batch.put(
                    new AppPassword(
                            FileTree.digest(password), visitor.uid(), visitor.login(), label));
            return true;
        });
        return password;
    }

    public void revoke(Visitor visitor) {
        store.write(batch -> {
            batch.state().find(AppPassword.class, visitor.appPassword()).ifPresent(batch::remove);
            return true;
        });
    }

    Optional<ServiceAccount> service(String uid) {
        return services.stream().filter(service -> service.uid().equals(uid)).findAny();
    }

    public Optional<String> displayName(String uid) {
        return service(uid).map(ServiceAccount::displayName).or(() -> users.displayName(uid));
    }

    public Set<String> gidsOf(String uid) {
        return service(uid)
                .map(service -> Set.of(service.group()))
                .orElseGet(() -> groups.gidsOf(uid));
    }

    public Set<String> knownGidsOf(CloudState state, String uid) {
        return service(uid)
                .map(service -> Set.of(service.group()))
                .orElseGet(() -> groups.knownGidsOf(state, uid));
    }

    public boolean isGroup(CloudState state, String gid) {
        return localGroup(gid) || groups.seen(state, gid);
    }

    public boolean localGroup(String gid) {
        return services.stream().anyMatch(service -> service.group().equals(gid));
    }

    public Path passwordFile(Path directory, ServiceAccount service) {
        return directory.resolve(service.uid() + ".app-password");
    }

    /** Makes the password of each service account at the first start, and trusts its file later. */
    public void equip(Path directory) throws IOException {
        for (ServiceAccount service : services) {
            Path file = passwordFile(directory, service);
            if (!Files.exists(file)) {
                Path fresh = directory.resolve(service.uid() + ".app-password.new");
                Files.deleteIfExists(fresh);
                try (var channel =
                        Files.newByteChannel(
                                fresh,
                                EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                                PosixFilePermissions.asFileAttribute(
                                        PosixFilePermissions.fromString("rw-------")))) {
                    channel.write(StandardCharsets.UTF_8.encode(secret()));
                }
                Files.move(fresh, file);
            }
            String hash = FileTree.digest(Files.readString(file).strip());
            store.write(batch -> {
                batch.state().all(AppPassword.class).stream()
                        .filter(known -> known.uid().equals(service.uid()))
                        .filter(known -> known.label().equals(SERVICE))
                        .filter(known -> !known.hash().equals(hash))
                        .forEach(batch::remove);
                if (batch.state().find(AppPassword.class, hash).isEmpty()) {
                    batch.put(new AppPassword(hash, service.uid(), service.uid(), SERVICE));
                }
                return true;
            });
        }
    }

    private static final String SERVICE = "service account";

    private Optional<Visitor> byAppPassword(String login, String password) {
        byte[] hash = FileTree.digest(password).getBytes(StandardCharsets.US_ASCII);
        AppPassword found = null;
        for (AppPassword known : store.read(state -> state.all(AppPassword.class))) {
            byte[] other = known.hash().getBytes(StandardCharsets.US_ASCII);
            if (MessageDigest.isEqual(hash, other)) {
                found = known;
            }
        }
        return Optional.ofNullable(found)
                .filter(known -> login.equals(known.uid()) || login.equals(known.login()))
                .filter(known -> displayName(known.uid()).isPresent())
                .map(known -> new Visitor(known.uid(), known.login(), known.hash()));
    }

    private Optional<Visitor> byPassword(String login, String password) {
        if (login.isEmpty() || password.isEmpty() || service(login).isPresent()) {
            return Optional.empty();
        }
        return users.authenticate(login, password).map(uid -> new Visitor(uid, login, ""));
    }

    /** The last part of a link's address. */
    public String token() {
        return letters(TOKEN);
    }

    private String secret() {
        return letters(SECRET);
    }

    private String letters(int many) {
        StringBuilder secret = new StringBuilder();
        for (int i = 0; i < many; i++) {
            secret.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return secret.toString();
    }
}
