package org.freihafen.sanddav;

import org.freihafen.sandfiles.CloudState;
import org.freihafen.sandfiles.CloudStore;
import org.freihafen.sandfiles.Fact.FolderWarden;
import org.freihafen.sandfiles.Fact.PathRule;
import org.freihafen.sandsight.Mount;
import org.freihafen.sandsight.Sight;
import org.freihafen.sandsight.Spot;
import org.freihafen.sandsight.Visit;
import org.freihafen.sandtalk.Refusal;
import org.freihafen.sandtalk.Xml;

import java.util.List;
import java.util.Optional;

/**
 * Rules by path in Team folders, as {@code nc:acl-list} reads and writes them. Who keeps a folder's
 * rules is shown all of them, others those that concern them; who does not keep them and sets some
 * is answered as if it had worked.
 */
final class PathRules {
    private PathRules() {}

    /** Whether somebody may set the rules of this Team folder. */
    static boolean keeps(Visit visit, CloudState state, Mount.Team mount) {
        return visit.administersTeamFolders()
                || state.all(FolderWarden.class).stream()
                        .filter(warden -> warden.folder() == mount.folder().id())
                        .anyMatch(warden ->
                                warden.type().equals(PathRule.GROUP)
                                        ? visit.gids().contains(warden.id())
                                        : warden.id().equals(visit.uid()));
    }

    static Optional<String> listed(Visit visit, Sight sight, Spot spot, Mount.Team mount) {
        boolean all = keeps(visit, sight.state(), mount);
        StringBuilder list = new StringBuilder();
        for (PathRule rule : sight.state().rulesOn(spot.node().id())) {
            boolean group = rule.type().equals(PathRule.GROUP);
            boolean concerned =
                    group ? visit.gids().contains(rule.id()) : rule.id().equals(visit.uid());
            if (all || concerned) {
                list.append("<nc:acl>")
                        .append(tag("type", rule.type()))
                        .append(tag("id", rule.id()))
                        .append(tag("display-name", name(visit, sight.state(), rule, group)))
                        .append("<nc:acl-mask>")
                        .append(rule.mask())
                        .append("</nc:acl-mask><nc:acl-permissions>")
                        .append(rule.permissions())
                        .append("</nc:acl-permissions></nc:acl>");
            }
        }
        return all && list.isEmpty() ? Optional.empty() : Optional.of(list.toString());
    }

    private static String tag(String name, String value) {
        return "<nc:acl-mapping-%s>%s</nc:acl-mapping-%s>"
                .formatted(name, Xml.escaped(value), name);
    }

    private static String name(Visit visit, CloudState state, PathRule rule, boolean group) {
        return (group
                        ? visit.parts().groups().name(state, rule.id())
                        : visit.parts().accounts().displayName(rule.id()))
                .orElse(rule.id());
    }

    /** Sets all rules of a place anew; an empty list takes them away. */
    static void set(Visit visit, CloudStore.Batch batch, Spot spot, Xml.Element list) {
        CloudState state = batch.state();
        if (!(spot.mount() instanceof Mount.Team team) || !keeps(visit, state, team)) {
            return;
        }
        long node = spot.node().id();
        List.copyOf(state.rulesOn(node)).forEach(batch::remove);
        for (Xml.Element rule : list.inside()) {
            batch.put(
                    new PathRule(
                            node,
                            text(rule, "acl-mapping-type"),
                            text(rule, "acl-mapping-id"),
                            number(rule, "acl-mask"),
                            number(rule, "acl-permissions")));
        }
        if (visit.sight(state).spotOf(node).isEmpty()) {
            throw Refusal.badRequest("You cannot remove your own read permission.");
        }
    }

    private static String text(Xml.Element rule, String name) {
        return rule.child(Xml.NEXTCLOUD, name).map(Xml.Element::text).orElse("").strip();
    }

    private static int number(Xml.Element rule, String name) {
        String text = text(rule, name);
        if (!text.matches("[0-9]{1,2}")) {
            throw Refusal.badRequest("A rule needs a number for " + name);
        }
        return Integer.parseInt(text) & Mount.ALL;
    }
}
