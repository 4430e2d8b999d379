package org.freihafen.sanddav;

import org.freihafen.sandfiles.Fact.Node;
import org.freihafen.sandfiles.Fact.Property;
import org.freihafen.sandsight.Mount;
import org.freihafen.sandsight.Sight;
import org.freihafen.sandsight.Spot;
import org.freihafen.sandsight.Visit;
import org.freihafen.sandtalk.Multistatus;
import org.freihafen.sandtalk.Xml;

import java.net.URLConnection;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import javax.xml.namespace.QName;

/** The WebDAV properties of files and folders, as one person sees them. */
public final class FileProperties {
    static final List<QName> ALL =
            List.of(
                    new QName(Xml.DAV, "getlastmodified"),
                    new QName(Xml.DAV, "getcontentlength"),
                    new QName(Xml.DAV, "resourcetype"),
                    new QName(Xml.DAV, "quota-used-bytes"),
                    new QName(Xml.DAV, "quota-available-bytes"),
                    new QName(Xml.DAV, "getetag"),
                    new QName(Xml.DAV, "getcontenttype"));

    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private final Visit visit;
    private final Sight sight;
    private final ShareProperties shares;

    FileProperties(Visit visit, Sight sight) {
        this.visit = visit;
        this.sight = sight;
        shares = new ShareProperties(visit, sight);
    }

    /**
     * @param listed whether the spot is shown as a child of the folder that was asked for: what is
     *     mounted there does not tell its shares then
     */
    void add(
            Multistatus answer,
            String href,
            Spot spot,
            List<QName> wanted,
            boolean tellMissing,
            boolean listed) {
        Map<QName, String> found = new LinkedHashMap<>();
        List<QName> missing = new ArrayList<>();
        for (QName name : wanted) {
            value(spot, name, listed)
                    .ifPresentOrElse(
                            inner -> found.put(name, inner),
                            () -> {
                                if (tellMissing) {
                                    missing.add(name);
                                }
                            });
        }
        answer.add(href, found, missing);
    }

    static String date(long epochSecond) {
        return HTTP_DATE.format(Instant.ofEpochSecond(epochSecond));
    }

    public static String mediaType(Node node) {
        if (node.folder()) {
            return "httpd/unix-directory";
        }
        String guess = URLConnection.guessContentTypeFromName(node.name());
        return guess == null ? "application/octet-stream" : guess;
    }

    String etag(Spot spot) {
        return spot.isHome() ? sight.topTag() : spot.node().etag();
    }

    private Optional<String> value(Spot spot, QName name, boolean listed) {
        return switch (name.getNamespaceURI()) {
            case Xml.DAV -> dav(spot, name.getLocalPart());
            case Xml.OWNCLOUD -> owncloud(spot, name.getLocalPart(), listed);
            case Xml.NEXTCLOUD -> nextcloud(spot, name.getLocalPart(), listed);
            case Xml.OCS ->
                    name.getLocalPart().equals("share-permissions")
                            ? Optional.of(String.valueOf(spot.sharePermissions()))
                            : Optional.empty();
            default -> own(spot, name);
        };
    }

    private Optional<String> dav(Spot spot, String name) {
        Node node = spot.node();
        Optional<Node> file = Optional.of(node).filter(any -> !node.folder());
        Optional<Node> folder = Optional.of(node).filter(Node::folder);
        return switch (name) {
            case "getetag" -> Optional.of("&quot;" + etag(spot) + "&quot;");
            case "getlastmodified" -> Optional.of(date(node.modified()));
            case "resourcetype" -> Optional.of(node.folder() ? "<d:collection/>" : "");
            case "displayname" ->
                    Optional.of(Xml.escaped(spot.isHome() ? visit.uid() : spot.path().getLast()));
            case "getcontentlength" -> file.map(any -> String.valueOf(node.size()));
            case "getcontenttype" -> file.map(FileProperties::mediaType);
            case "quota-used-bytes" -> folder.map(any -> String.valueOf(node.size()));
            case "quota-available-bytes" ->
                    folder.map(any ->
                            String.valueOf(visit.parts().tree().free(sight.state(), node.id())));
            default -> own(spot, new QName(Xml.DAV, name));
        };
    }

    private Optional<String> owncloud(Spot spot, String name, boolean listed) {
        Node node = spot.node();
        return switch (name) {
            case "id" -> Optional.of(visit.parts().longId(node));
            case "fileid" -> Optional.of(String.valueOf(node.id()));
            case "permissions" -> Optional.of(spot.letters());
            case "size" -> Optional.of(String.valueOf(size(spot)));
            case "owner-id" -> Optional.of(Xml.escaped(owner(spot)));
            case "owner-display-name" -> Optional.of(Xml.escaped(displayName(owner(spot))));
            case "share-types" -> Optional.of(shares.types(spot, listed));
            case "favorite" -> own(spot, new QName(Xml.OWNCLOUD, name)).or(() -> Optional.of("0"));
            case "checksums" ->
                    Optional.of(node.checksum())
                            .filter(sum -> !sum.isEmpty())
                            .map(sum -> "<oc:checksum>" + Xml.escaped(sum) + "</oc:checksum>");
            default -> own(spot, new QName(Xml.OWNCLOUD, name));
        };
    }

    private Optional<String> nextcloud(Spot spot, String name, boolean listed) {
        Node node = spot.node();
        Optional<Mount.Team> team =
                spot.mount() instanceof Mount.Team mount ? Optional.of(mount) : Optional.empty();
        return switch (name) {
            case "sharees" -> Optional.of(shares.recipients(spot, listed));
            case "share-attributes" -> Optional.of("[]");
            case "has-preview" -> Optional.of("false");
            case "mount-type" -> Optional.of(spot.mount().type());
            case "is-mount-root" -> Optional.of(String.valueOf(spot.isMountRoot()));
            case "creation_time" -> Optional.of("0");
            case "contained-folder-count" -> count(spot, true);
            case "contained-file-count" -> count(spot, false);
            case "group-folder-id" -> team.map(mount -> String.valueOf(mount.folder().id()));
            case "acl-enabled" -> team.map(mount -> mount.folder().acl() ? "1" : "");
            case "acl-can-manage" ->
                    team.map(mount -> PathRules.keeps(visit, sight.state(), mount) ? "1" : "");
            case "group-folder-quota" -> team.map(mount -> String.valueOf(mount.folder().quota()));
            case "acl-list" -> team.flatMap(mount -> PathRules.listed(visit, sight, spot, mount));
            case "inherited-acl-list" -> Optional.empty();
            case "note" ->
                    spot.mount() instanceof Mount.Received received
                            ? Optional.of(Xml.escaped(received.share().note()))
                            : Optional.empty();
            default ->
                    own(spot, new QName(Xml.NEXTCLOUD, name)).filter(any -> !node.name().isEmpty());
        };
    }

    private Optional<String> own(Spot spot, QName name) {
        return sight.state()
                .find(
                        Property.class,
                        List.of(
                                visit.uid(),
                                spot.node().id(),
                                name.getNamespaceURI(),
                                name.getLocalPart()))
                .map(Property::value)
                .map(Xml::escaped);
    }

    private Optional<String> count(Spot spot, boolean folders) {
        if (!spot.node().folder()) {
            return Optional.empty();
        }
        long count =
                sight.children(spot).stream().filter(in -> in.node().folder() == folders).count();
        return Optional.of(String.valueOf(count));
    }

    private long size(Spot spot) {
        long mounted =
                spot.isHome() ? sight.mounts().stream().mapToLong(m -> m.root().size()).sum() : 0;
        return spot.node().size() + mounted;
    }

    private String owner(Spot spot) {
        return spot.mount() instanceof Mount.Received received
                ? received.share().owner()
                : visit.uid();
    }

    private String displayName(String uid) {
        return visit.parts().accounts().displayName(uid).orElse(uid);
    }
}
