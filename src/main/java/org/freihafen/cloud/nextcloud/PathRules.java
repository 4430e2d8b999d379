package org.freihafen.cloud.nextcloud;

import com.github.sardine.impl.methods.HttpPropFind;
import com.github.sardine.impl.methods.HttpPropPatch;
import com.github.sardine.model.Propstat;
import com.github.sardine.model.Response;

import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.freihafen.cloud.nextcloud.Session.Cookies;
import org.freihafen.cloud.nextcloud.Session.Repeat;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.TargetUnavailable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Rules by path in a Team folder, by WebDAV. Whoever does not keep the rules of the folder and sets
 * some is answered as if it had worked, so what was set is always read back.
 */
final class PathRules {
    private static final String NEXTCLOUD = "http://nextcloud.org/ns";
    private static final String NAMESPACES =
            "xmlns:d=\"DAV:\" xmlns:oc=\"http://owncloud.org/ns\" xmlns:nc=\"" + NEXTCLOUD + "\"";
    private static final ContentType XML = ContentType.create("application/xml", "UTF-8");
    private static final int ALL_RIGHTS = 31;

    /** A rule that does not speak of all rights, as ours do: somebody else's. */
    static final int PARTIAL = -1;

    private final Session session;
    private final Dav dav;

    PathRules(Session session, Dav dav) {
        this.session = session;
        this.dav = dav;
    }

    /** For whom a rule is: a group or a person, by the cloud's name. */
    record Whom(String type, String id) {
        static Whom group(String gid) {
            return new Whom("group", gid);
        }
    }

    /**
     * The rules of one place.
     *
     * @param obeyed whether the Team folder has rules at all; otherwise some can be set and read,
     *     and nobody is held to them
     * @param kept whether the service account may set them
     * @param rules permission bits, or {@link #PARTIAL}
     */
    record Rules(boolean obeyed, boolean kept, Map<Whom, Integer> rules) {}

    Rules read(String path) throws TargetUnavailable, CloudSaidNo {
        Answer answer =
                session.call(
                        () -> {
                            HttpPropFind request = new HttpPropFind(dav.url(path));
                            request.setDepth("0");
                            request.setEntity(
                                    new StringEntity(
                                            "<d:propfind "
                                                    + NAMESPACES
                                                    + "><d:prop><nc:acl-enabled/><nc:acl-can-manage/><nc:acl-list/>"
                                                    + "</d:prop></d:propfind>",
                                            XML));
                            return request;
                        },
                        Cookies.NONE,
                        Repeat.ALLOWED);
        return dav.responses(answer, Saying.of("asked.read-rules", path)).stream()
                .findFirst()
                .map(PathRules::of)
                .orElseGet(() -> new Rules(false, false, Map.of()));
    }

    void write(String path, Map<Whom, Integer> rules) throws TargetUnavailable, CloudSaidNo {
        String list =
                rules.entrySet().stream()
                        .map(rule ->
                                "<nc:acl><nc:acl-mapping-type>%s</nc:acl-mapping-type><nc:acl-mapping-id>%s</nc:acl-mapping-id><nc:acl-mask>%d</nc:acl-mask><nc:acl-permissions>%d</nc:acl-permissions></nc:acl>"
                                        .formatted(
                                                rule.getKey().type(),
                                                Dav.escaped(rule.getKey().id()),
                                                ALL_RIGHTS,
                                                rule.getValue()))
                        .collect(Collectors.joining());
        Answer answer =
                session.call(
                        () -> {
                            HttpPropPatch request = new HttpPropPatch(dav.url(path));
                            request.setEntity(
                                    new StringEntity(
                                            "<d:propertyupdate "
                                                    + NAMESPACES
                                                    + "><d:set><d:prop><nc:acl-list>"
                                                    + list
                                                    + "</nc:acl-list></d:prop></d:set>"
                                                    + "</d:propertyupdate>",
                                            XML));
                            return request;
                        },
                        Cookies.NONE,
                        Repeat.ALLOWED);
        dav.responses(answer, Saying.of("asked.set-rules", path));
    }

    /** What of an answer's properties says the rules. */
    static Rules of(Response response) {
        boolean obeyed = property(response, "acl-enabled").filter(PathRules::says).isPresent();
        boolean kept = property(response, "acl-can-manage").filter(PathRules::says).isPresent();
        Map<Whom, Integer> rules =
                property(response, "acl-list").stream()
                        .flatMap(list -> children(list).stream())
                        .collect(
                                Collectors.toMap(
                                        rule ->
                                                new Whom(
                                                        text(rule, "acl-mapping-type"),
                                                        text(rule, "acl-mapping-id")),
                                        PathRules::rights,
                                        (one, _) -> one));
        return new Rules(obeyed, kept, rules);
    }

    private static boolean says(Element yes) {
        return yes.getTextContent().strip().equals("1");
    }

    static Optional<Element> property(Response response, String name) {
        return response.getPropstat().stream()
                .filter(found -> found.getStatus().contains(" 200 "))
                .map(Propstat::getProp)
                .flatMap(prop -> prop.getAny().stream())
                .filter(element -> name.equals(element.getLocalName()))
                .findFirst();
    }

    static List<Element> children(Element of) {
        List<Element> children = new ArrayList<>();
        NodeList all = of.getChildNodes();
        for (int i = 0; i < all.getLength(); i++) {
            Node child = all.item(i);
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static String text(Element in, String name) {
        return children(in).stream()
                .filter(child -> name.equals(child.getLocalName()))
                .map(Element::getTextContent)
                .findFirst()
                .orElse("");
    }

    private static int rights(Element rule) {
        return number(text(rule, "acl-mask")) == ALL_RIGHTS
                ? number(text(rule, "acl-permissions"))
                : PARTIAL;
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,2}") ? Integer.parseInt(text) : 0;
    }
}
