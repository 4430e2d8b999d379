package org.freihafen.sandlinks;

import org.freihafen.sanddav.Downloading;
import org.freihafen.sandfiles.Fact.Node;
import org.freihafen.sandlinks.LinkDoor.Followed;
import org.freihafen.sandsight.CloudParts;
import org.freihafen.sandsight.Mount;
import org.freihafen.sandsight.Sight;
import org.freihafen.sandsight.Spot;
import org.freihafen.sandsight.Visit;
import org.freihafen.sandtalk.CloudRequest;
import org.freihafen.sandtalk.CloudResponse;
import org.freihafen.sandtalk.Form;
import org.freihafen.sandtalk.Multistatus;
import org.freihafen.sandtalk.Xml;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a browser shows of a link, {@code /s/{token}}: its password first if it has one, then the
 * files. A browser that had the password keeps a ticket.
 */
public final class LinkPageHandler {
    public static final String PREFIX = "/s";
    private static final String COOKIE = "freihafen_link=";

    public CloudResponse answer(CloudRequest request, CloudParts parts) throws IOException {
        List<String> path = request.below(PREFIX);
        LinkDoor door = new LinkDoor(parts);
        boolean german =
                !request.header("accept-language")
                        .orElse("de")
                        .toLowerCase(Locale.ROOT)
                        .startsWith("en");
        Optional<Followed> link = path.stream().findFirst().flatMap(door::find);
        if (link.isEmpty()) {
            return page(
                    404,
                    german ? "Diesen Link gibt es nicht mehr" : "This link is no longer there",
                    "",
                    german);
        }
        String own = request.base() + PREFIX + "/" + Multistatus.encoded(path.subList(0, 1));
        String ticket = LinkLock.ticket(link.get().opening());
        if (request.method().equals("POST")) {
            String password = Form.of(request).text("password").orElse("");
            return door.opens(link.get(), password, request)
                    ? CloudResponse.empty(303)
                            .with("Location", own)
                            .with(
                                    "Set-Cookie",
                                    COOKIE + ticket + "; Path=" + own + "; HttpOnly; SameSite=Lax")
                    : locked(own, german, true);
        }
        boolean open =
                link.get().opening().lock().isEmpty()
                        || request.header("cookie")
                                .filter(cookie -> cookie.contains(COOKIE + ticket))
                                .isPresent();
        if (!open) {
            return locked(own, german, false);
        }
        Visit visit = Visit.through(request, link.get().share(), parts);
        return (link.get().share().permissions() & Mount.READ) == 0
                ? page(
                        200,
                        german ? "Briefkasten" : "Drop box",
                        "<p>"
                                + (german
                                        ? "Hier kann man Dateien abgeben und sieht keine."
                                        : "One can leave files here and sees none.")
                                + "</p>",
                        german)
                : show(visit, own, path.subList(1, path.size()), german);
    }

    private static CloudResponse show(Visit visit, String own, List<String> below, boolean german) {
        record Shown(Node node, String list) {}
        Shown shown =
                visit.parts()
                        .store()
                        .read(state -> {
                            Sight sight = visit.sight(state);
                            Spot spot = sight.at(below);
                            StringBuilder list = new StringBuilder();
                            for (Spot in : sight.children(spot)) {
                                list.append("<li><a href=\"")
                                        .append(own)
                                        .append('/')
                                        .append(Multistatus.encoded(in.path()))
                                        .append("\">")
                                        .append(Xml.escaped(in.node().name()))
                                        .append(in.node().folder() ? "/" : "")
                                        .append("</a></li>");
                            }
                            return new Shown(spot.node(), list.toString());
                        });
        if (!shown.node().folder()) {
            return Downloading.get(visit, below);
        }
        String empty = german ? "<p>Noch leer.</p>" : "<p>Nothing here yet.</p>";
        return page(
                200,
                shown.node().name(),
                shown.list().isEmpty() ? empty : "<ul>" + shown.list() + "</ul>",
                german);
    }

    private static CloudResponse locked(String own, boolean german, boolean wrong) {
        String no =
                german
                        ? "<p role=\"alert\">Das Passwort stimmt nicht.</p>"
                        : "<p role=\"alert\">The password is wrong.</p>";
        return page(
                wrong ? 403 : 200,
                german ? "Dieser Link hat ein Passwort" : "This link has a password",
                (wrong ? no : "")
                        + "<form method=\"post\" action=\""
                        + own
                        + "\"><label for=\"password\">"
                        + (german ? "Passwort" : "Password")
                        + "</label> <input id=\"password\" name=\"password\" type=\"password\""
                        + " required> <button>"
                        + (german ? "Öffnen" : "Open")
                        + "</button></form>",
                german);
    }

    private static CloudResponse page(int status, String title, String body, boolean german) {
        String name = Xml.escaped(title);
        return CloudResponse.text(
                        status,
                        "text/html; charset=utf-8",
                        "<!DOCTYPE html><html lang=\""
                                + (german ? "de" : "en")
                                + "\"><meta charset=\"utf-8\"><meta name=\"viewport\""
                                + " content=\"width=device-width\"><title>"
                                + name
                                + "</title><main><h1>"
                                + name
                                + "</h1>"
                                + body
                                + "</main></html>\n")
                .with("Referrer-Policy", "no-referrer")
                .with("Cache-Control", "no-store")
                .with("X-Robots-Tag", "noindex");
    }
}
