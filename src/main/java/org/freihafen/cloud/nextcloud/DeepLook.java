package org.freihafen.cloud.nextcloud;

import com.github.sardine.DavResource;
import com.github.sardine.impl.methods.HttpPropFind;
import com.github.sardine.model.Response;

import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.freihafen.cloud.nextcloud.PathRules.Rules;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks into workspaces for what the lists of a full run do not show: rules by path, and shares
 * that people made in person out of a workspace. Every workspace in its turn once a day, in one
 * request unless there is something to find.
 */
final class DeepLook {
    private static final Duration DAILY = Duration.ofHours(24);
    private static final int SLICES = 20;
    private static final int SMALLEST_SLICE = 25;
    private static final ContentType XML = ContentType.create("application/xml", "UTF-8");
    private static final String WANTED =
            "<d:propfind xmlns:d=\"DAV:\" xmlns:oc=\"http://owncloud.org/ns\""
                    + " xmlns:nc=\"http://nextcloud.org/ns\"><d:prop><oc:fileid/><oc:share-types/><nc:sharees/>"
                    + "<nc:acl-can-manage/><nc:acl-list/></d:prop></d:propfind>";

    /** Before the number of a way of sharing, among those with whom something is shared. */
    static final String WAY = "way=";

    private final Session session;
    private final Dav dav;
    private final Shares shares;
    private final InstantSource clock;
    private final Map<UnitId, Instant> looked = new HashMap<>();

    DeepLook(Session session, Dav dav, Shares shares, InstantSource clock) {
        this.session = session;
        this.dav = dav;
        this.shares = shares;
        this.clock = clock;
    }

    /**
     * A file or folder at the top of a workspace.
     *
     * @param rules by path, none but on some
     * @param personal shares of it that are not the service account's
     */
    record Item(String fileId, String path, Map<Whom, Integer> rules, List<Share> personal) {}

    /** The workspaces whose turn it is, those that waited longest first. */
    synchronized List<UnitId> due(Collection<UnitId> workspaces) {
        looked.keySet().retainAll(new HashSet<>(workspaces));
        Instant old = clock.instant().minus(DAILY);
        return workspaces.stream()
                .filter(unit -> !looked.getOrDefault(unit, Instant.MIN).isAfter(old))
                .sorted(
                        Comparator.comparing(
                                        (UnitId unit) -> looked.getOrDefault(unit, Instant.MIN))
                                .thenComparing(unit -> unit))
                .limit(Math.max(SMALLEST_SLICE, (workspaces.size() + SLICES - 1) / SLICES))
                .toList();
    }

    /**
     * What lies at the top of one workspace.
     *
     * @param ours with whom the service account shares each file, by file id
     */
    List<Item> look(UnitId unit, String mount, Map<String, Set<String>> ours)
            throws TargetUnavailable, CloudSaidNo {
        Answer answer =
                session.call(
                        () -> {
                            HttpPropFind request = new HttpPropFind(dav.url("/" + mount));
                            request.setDepth("1");
                            request.setEntity(new StringEntity(WANTED, XML));
                            return request;
                        },
                        Cookies.NONE,
                        Repeat.ALLOWED);
        List<Item> items = new ArrayList<>();
        for (Response response : dav.responses(answer, "look into the workspace " + mount)) {
            String fileId =
                    PathRules.property(response, "fileid").map(Element::getTextContent).orElse("");
            String path = below(response);
            Rules rules = PathRules.of(response);
            Set<String> known = ours.getOrDefault(fileId, Set.of());
            boolean more = shared(response).anyMatch(with -> !known.contains(with));
            items.add(new Item(fileId, path, rules.rules(), more ? personal(path) : List.of()));
        }
        synchronized (this) {
            looked.put(unit, clock.instant());
        }
        return items;
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

    private List<Share> personal(String path) throws TargetUnavailable, CloudSaidNo {
        return shares.of(path).stream()
                .filter(share -> !share.owner().equals(session.cloud().login()))
                .toList();
    }

    private String below(Response response) throws TargetUnavailable {
        try {
            String path = new DavResource(response).getHref().getPath();
            String home = "/remote.php/dav/files/" + session.cloud().login();
            String inside = path.substring(path.indexOf(home) + home.length());
            return inside.endsWith("/") ? inside.substring(0, inside.length() - 1) : inside;
        } catch (URISyntaxException e) {
            throw new TargetUnavailable(Saying.of("cloud.damaged", session.cloud().name()), e);
        }
    }
}
