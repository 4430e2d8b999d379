package org.freihafen.sanddav;

import org.freihafen.sandfiles.CloudStore;
import org.freihafen.sandfiles.Fact.Node;
import org.freihafen.sandfiles.Fact.Property;
import org.freihafen.sandsight.Mount;
import org.freihafen.sandsight.Spot;
import org.freihafen.sandsight.Visit;
import org.freihafen.sandtalk.CloudResponse;
import org.freihafen.sandtalk.Multistatus;
import org.freihafen.sandtalk.Refusal;
import org.freihafen.sandtalk.Xml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.xml.namespace.QName;

/** PROPPATCH: all of it or nothing. */
final class PropertyChanges {
    private static final String RULES = "acl-list";
    private static final Set<String> SETTABLE = Set.of("favorite", "lastmodified", RULES);

    private PropertyChanges() {}

    static CloudResponse proppatch(Visit visit, String root, List<String> path) throws IOException {
        Xml.Element update =
                Xml.read(visit.request().body())
                        .orElseThrow(() -> Refusal.badRequest("There is nothing to change"));
        return visit.parts()
                .store()
                .write(batch -> {
                    Spot spot = visit.sight(batch.state()).at(path);
                    List<QName> done = new ArrayList<>();
                    List<QName> refused = new ArrayList<>();
                    update.inside().stream()
                            .flatMap(part -> part.child(Xml.DAV, "prop").stream())
                            .flatMap(prop -> prop.childNames().stream())
                            .forEach(name -> (settable(spot, name) ? done : refused).add(name));
                    if (refused.isEmpty()) {
                        for (Xml.Element part : update.inside()) {
                            boolean set = part.name().getLocalPart().equals("set");
                            part.child(Xml.DAV, "prop")
                                    .flatMap(prop -> prop.child(Xml.NEXTCLOUD, RULES))
                                    .ifPresent(list -> PathRules.set(visit, batch, spot, list));
                            part.child(Xml.DAV, "prop")
                                    .map(Xml::texts)
                                    .orElse(Map.of())
                                    .forEach((name, text) ->
                                            set(visit, batch, spot, name, text, set));
                        }
                    }
                    Multistatus answer = new Multistatus();
                    answer.changed(root + "/" + Multistatus.encoded(spot.path()), done, refused);
                    return answer.response();
                });
    }

    private static boolean settable(Spot spot, QName name) {
        if (name.equals(new QName(Xml.DAV, "lastmodified"))) {
            return spot.allows(Mount.UPDATE);
        }
        boolean ours =
                Set.of(Xml.DAV, Xml.OWNCLOUD, Xml.NEXTCLOUD, Xml.OCS)
                        .contains(name.getNamespaceURI());
        return !ours || SETTABLE.contains(name.getLocalPart());
    }

    private static void set(
            Visit visit, CloudStore.Batch batch, Spot spot, QName name, String text, boolean set) {
        Node node = batch.state().node(spot.node().id()).orElseThrow();
        if (name.equals(new QName(Xml.DAV, "lastmodified"))) {
            if (text.matches("[0-9]{1,12}")) {
                visit.parts().tree().date(batch, node, Long.parseLong(text));
            }
            return;
        }
        if (name.equals(new QName(Xml.NEXTCLOUD, RULES))) {
            return;
        }
        Property property =
                new Property(
                        visit.uid(), node.id(), name.getNamespaceURI(), name.getLocalPart(), text);
        if (set) {
            batch.put(property);
        } else {
            batch.remove(property);
        }
    }
}
