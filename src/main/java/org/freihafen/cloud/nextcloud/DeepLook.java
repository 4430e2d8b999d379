package org.freihafen.cloud.nextcloud;

import com.github.sardine.DavResource;
import com.github.sardine.impl.methods.HttpPropFind;
import com.github.sardine.model.Response;

import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.freihafen.cloud.nextcloud.Accounts.Account;
import org.freihafen.cloud.nextcloud.PathRules.Whom;
import org.freihafen.cloud.nextcloud.Session.Cookies;
import org.freihafen.cloud.nextcloud.Session.Repeat;
import org.freihafen.cloud.nextcloud.Shares.Share;
import org.freihafen.ids.UnitId;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.TargetUnavailable;
import org.w3c.dom.Element;

import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks into workspaces for what the lists of a full run do not show: rules by path, and shares
 * that people made in person out of a workspace, however deep in it. Every workspace in its turn
 * once a day, in one request unless there is something to find. One that is too large to be told in
 * one answer is looked into in parts, one in each run; such parts are forgotten at a restart.
 */
final class DeepLook {
    private static final Duration DAILY = Duration.ofHours(24);
    private static final int SLICES = 20;
    private static final int SMALLEST_SLICE = 25;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration MOST_TIME = Duration.ofSeconds(20);
    private static final String WHOLE = "infinity";
    private static final String LEVEL = "1";
    private static final ContentType XML = ContentType.create("application/xml", "UTF-8");
    private static final String WANTED =
            "<d:propfind xmlns:d=\"DAV:\" xmlns:oc=\"http://owncloud.org/ns\""
                    + " xmlns:nc=\"http://nextcloud.org/ns\"><d:prop><oc:fileid/><oc:share-types/><nc:sharees/>"
                    + "<nc:acl-can-manage/><nc:acl-list/></d:prop></d:propfind>";

    /** Before the number of a way of sharing, among those with whom something is shared. */
    static final String WAY = "way=";

    private final Accounts accounts;
    private final InstantSource clock;
    private final Map<UnitId, Instant> looked = new HashMap<>();
    private final Map<UnitId, Instant> tried = new HashMap<>();
    private final Map<UnitId, Deque<Part>> parts = new HashMap<>();

    DeepLook(Accounts accounts, InstantSource clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * A file or folder in a workspace.
     *
     * @param rules by path, none but on some
     * @param personal shares of it that are no service account's
     */
    record Item(
            String fileId,
            String path,
            boolean file,
            Map<Whom, Integer> rules,
            List<Share> personal) {}

    /**
     * What one look showed.
     *
     * @param whole whether it was all there is in the workspace
     */
    record Look(List<Item> items, boolean whole) {}

    /**
     * What one request looks at.
     *
     * @param below the workspace; empty for the top of it
     * @param depth the whole tree below, or its first level
     */
    private record Part(String below, String depth) {}

    /** The workspaces whose turn it is, those that waited longest first. */
    synchronized List<UnitId> due(Collection<UnitId> workspaces) {
        Set<UnitId> there = new HashSet<>(workspaces);
        looked.keySet().retainAll(there);
        tried.keySet().retainAll(there);
        parts.keySet().retainAll(there);
        Instant old = clock.instant().minus(DAILY);
        return workspaces.stream()
                .filter(unit -> !looked.getOrDefault(unit, Instant.MIN).isAfter(old))
                .sorted(
                        Comparator.comparing((UnitId unit) -> tried.getOrDefault(unit, Instant.MIN))
                                .thenComparing(unit -> unit))
                .limit(Math.max(SMALLEST_SLICE, (workspaces.size() + SLICES - 1) / SLICES))
                .toList();
    }

    /** When a run has to stop looking, so that what people want of it does not wait. */
    Instant end() {
        return clock.instant().plus(MOST_TIME);
    }

    boolean mayGoOn(Instant end) {
        return clock.instant().isBefore(end);
    }

    /**
     * What lies in one workspace, or in that part of it whose turn it is.
     *
     * @param keeper who looks
     * @param ours with whom service accounts share each file, by file id
     */
    synchronized Look look(UnitId unit, Account keeper, String mount, Map<String, Set<String>> ours)
            throws TargetUnavailable, CloudSaidNo {
        tried.put(unit, clock.instant());
        Deque<Part> left = parts.computeIfAbsent(unit, _ -> new ArrayDeque<>());
        Part part = left.isEmpty() ? new Part("", WHOLE) : left.removeFirst();
        List<Item> items = new ArrayList<>();
        boolean whole = part.below.isEmpty() && part.depth.equals(WHOLE);
        try {
            for (Response response : responses(keeper, "/" + mount + part.below, part.depth)) {
                items.add(item(keeper, response, ours));
                if (part.depth.equals(LEVEL) && items.size() > 1) {
                    inside(keeper, response, mount).ifPresent(left::addLast);
                }
            }
        } catch (TargetUnavailable e) {
            left.addFirst(part);
            keeper.session().check();
            left.removeFirst();
            if (part.depth.equals(LEVEL)) {
                finish(unit, left);
                throw e;
            }
            left.addFirst(new Part(part.below, LEVEL));
            whole = false;
        }
        finish(unit, left);
        return new Look(items, whole);
    }

    private void finish(UnitId unit, Deque<Part> left) {
        if (left.isEmpty()) {
            parts.remove(unit);
            looked.put(unit, clock.instant());
        }
    }

    private static List<Response> responses(Account keeper, String path, String depth)
            throws TargetUnavailable, CloudSaidNo {
        Answer answer =
                keeper.session()
                        .call(
                                () -> {
                                    HttpPropFind request = new HttpPropFind(keeper.dav().url(path));
                                    request.setDepth(depth);
                                    request.setEntity(new StringEntity(WANTED, XML));
                                    request.setConfig(
                                            Http.config(keeper.session().cloud(), PATIENCE));
                                    return request;
                                },
                                Cookies.NONE,
                                Repeat.ALLOWED);
        return keeper.dav().responses(answer, Saying.of("asked.look-into", path));
    }

    private Item item(Account keeper, Response response, Map<String, Set<String>> ours)
            throws TargetUnavailable, CloudSaidNo {
        String fileId =
                PathRules.property(response, "fileid").map(Element::getTextContent).orElse("");
        String path = below(keeper, response);
        Set<String> known = ours.getOrDefault(fileId, Set.of());
        boolean more = shared(response).anyMatch(with -> !known.contains(with));
        return new Item(
                fileId,
                withoutSlash(path),
                !path.endsWith("/"),
                PathRules.of(response).rules(),
                more ? personal(keeper, withoutSlash(path)) : List.of());
    }

    /** The part that a folder is; empty for a file. */
    private static Optional<Part> inside(Account keeper, Response response, String mount)
            throws TargetUnavailable {
        String path = below(keeper, response);
        return path.endsWith("/")
                ? Optional.of(new Part(withoutSlash(path).substring(mount.length() + 1), WHOLE))
                : Optional.empty();
    }

    /** With whom something is shared, and in which ways. */
    private static Stream<String> shared(Response response) {
        Stream<String> with =
                PathRules.property(response, "sharees").stream()
                        .flatMap(list -> PathRules.children(list).stream())
                        .map(sharee -> PathRules.text(sharee, "id"));
        Stream<String> ways =
                PathRules.property(response, "share-types").stream()
                        .flatMap(list -> PathRules.children(list).stream())
                        .map(way -> WAY + way.getTextContent().strip());
        return Stream.concat(with, ways);
    }

    private List<Share> personal(Account keeper, String path)
            throws TargetUnavailable, CloudSaidNo {
        return keeper.shares().of(path).stream().filter(share -> !accounts.own(share)).toList();
    }

    private static String below(Account keeper, Response response) throws TargetUnavailable {
        try {
            String path = new DavResource(response).getHref().getPath();
            String home = "/remote.php/dav/files/" + keeper.login();
            return path.substring(path.indexOf(home) + home.length());
        } catch (URISyntaxException e) {
            throw new TargetUnavailable(
                    Saying.of("cloud.damaged", keeper.session().cloud().name()), e);
        }
    }

    private static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
