package org.freihafen.sandtalk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.xml.namespace.QName;

/** A 207 answer in the making, in the shape that SabreDAV gives it. */
public final class Multistatus {
    private static final String OPEN =
            "<?xml version=\"1.0\"?>\n<d:multistatus xmlns:d=\"DAV:\""
                    + " xmlns:s=\"http://sabredav.org/ns\" xmlns:oc=\"http://owncloud.org/ns\""
                    + " xmlns:nc=\"http://nextcloud.org/ns\">";

    private final StringBuilder out = new StringBuilder(OPEN);

    /** One resource: the properties that it has, as inner XML, and the asked ones that it lacks. */
    public void add(String href, Map<QName, String> found, List<QName> missing) {
        out.append("<d:response><d:href>").append(href).append("</d:href>");
        if (!found.isEmpty() || missing.isEmpty()) {
            out.append("<d:propstat><d:prop>");
            found.forEach((name, inner) ->
                    out.append(
                            inner.isEmpty() && !name.getLocalPart().equals("mount-type")
                                    ? Xml.hollow(name)
                                    : Xml.whole(name, inner)));
            out.append("</d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat>");
        }
        status(missing, "404 Not Found");
        out.append("</d:response>");
    }

    /** One resource after a change of properties. */
    public void changed(String href, List<QName> done, List<QName> refused) {
        out.append("<d:response><d:href>").append(href).append("</d:href>");
        if (refused.isEmpty()) {
            status(done, "200 OK");
        } else {
            status(refused, "403 Forbidden");
            status(done, "424 Failed Dependency");
        }
        out.append("</d:response>");
    }

    private void status(List<QName> names, String status) {
        if (!names.isEmpty()) {
            out.append("<d:propstat><d:prop>");
            names.forEach(name -> out.append(Xml.hollow(name)));
            out.append("</d:prop><d:status>HTTP/1.1 ")
                    .append(status)
                    .append("</d:status></d:propstat>");
        }
    }

    public CloudResponse response() {
        return CloudResponse.text(
                207, "application/xml; charset=utf-8", out + "</d:multistatus>\n");
    }

    public static CloudResponse error(Refusal refusal) {
        StringBuilder xml =
                new StringBuilder(
                                "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<d:error xmlns:d=\"DAV:\"")
                        .append(" xmlns:s=\"http://sabredav.org/ns\">\n  <s:exception>")
                        .append(Xml.escaped(refusal.kind()))
                        .append("</s:exception>\n  ");
        xml.append(
                refusal.words().isEmpty()
                        ? "<s:message/>"
                        : "<s:message>" + Xml.escaped(refusal.words()) + "</s:message>");
        if (refusal.kind().endsWith("InvalidPath")) {
            xml.append("\n  <o:retry xmlns:o=\"o:\">false</o:retry>\n  <o:reason xmlns:o=\"o:\">")
                    .append(Xml.escaped(refusal.words()))
                    .append("</o:reason>");
        }
        xml.append("\n</d:error>\n");
        CloudResponse response =
                CloudResponse.text(
                        refusal.status(), "application/xml; charset=utf-8", xml.toString());
        return refusal.status() == 401
                ? response.with("WWW-Authenticate", "Basic realm=\"Nextcloud\", charset=\"UTF-8\"")
                : response;
    }

    public static String encoded(List<String> path) {
        List<String> parts = new ArrayList<>();
        for (String name : path) {
            StringBuilder part = new StringBuilder();
            for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
                char c = (char) (b & 0xff);
                boolean plain =
                        c < 0x80 && (Character.isLetterOrDigit(c) || "_-.~():@".indexOf(c) >= 0);
                part.append(plain ? String.valueOf(c) : String.format("%%%02x", (int) c));
            }
            parts.add(part.toString());
        }
        return String.join("/", parts);
    }
}
