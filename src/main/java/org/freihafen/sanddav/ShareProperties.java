package org.freihafen.sanddav;

import org.freihafen.sandfiles.Fact.Share;
import org.freihafen.sandsight.Mount;
import org.freihafen.sandsight.Sight;
import org.freihafen.sandsight.Spot;
import org.freihafen.sandsight.Visit;
import org.freihafen.sandtalk.Xml;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * With whom a file is shared, as WebDAV properties. Whoever only received it is told of the shares
 * that reach them; a Team folder's people are told of all.
 */
record ShareProperties(Visit visit, Sight sight) {

    private List<Share> shares(Spot spot, boolean listed) {
        if (listed && spot.isMountRoot()) {
            return List.of();
        }
        Collection<Share> all = sight.state().sharesOf(spot.node().id());
        return all.stream()
                .filter(share -> Sight.live(share, visit.parts().today()))
                .filter(share ->
                        !(spot.mount() instanceof Mount.Received)
                                || share.by().equals(visit.uid())
                                || sight.reaches(share))
                .sorted(Comparator.comparingInt(Share::type).thenComparingLong(Share::id))
                .toList();
    }

    String types(Spot spot, boolean listed) {
        StringBuilder types = new StringBuilder();
        shares(spot, listed).stream()
                .map(Share::type)
                .distinct()
                .forEach(type ->
                        types.append("<oc:share-type>").append(type).append("</oc:share-type>"));
        return types.toString();
    }

    String recipients(Spot spot, boolean listed) {
        StringBuilder out = new StringBuilder();
        for (Share share : shares(spot, listed)) {
            String name =
                    share.type() == Share.USER
                            ? visit.parts()
                                    .accounts()
                                    .displayName(share.with())
                                    .orElse(share.with())
                            : visit.parts()
                                    .groups()
                                    .name(sight.state(), share.with())
                                    .orElse(share.with());
            out.append("<nc:sharee><nc:id>")
                    .append(Xml.escaped(share.with()))
                    .append("</nc:id><nc:display-name>")
                    .append(Xml.escaped(name))
                    .append("</nc:display-name><nc:type>")
                    .append(share.type())
                    .append("</nc:type></nc:sharee>");
        }
        return out.toString();
    }
}
