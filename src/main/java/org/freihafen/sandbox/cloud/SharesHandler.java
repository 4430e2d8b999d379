package org.freihafen.sandbox.cloud;

import org.freihafen.sandbox.cloud.Fact.Landing;
import org.freihafen.sandbox.cloud.Fact.Node;
import org.freihafen.sandbox.cloud.Fact.Share;
import org.freihafen.sandbox.cloud.SeenGroups.Found;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The share API: shares and the search for whom to share with. */
final class SharesHandler {

    OcsAnswer answer(Visit visit, List<String> path) throws IOException {
        Form form = Form.of(visit.request());
        if (path.equals(List.of("sharees"))) {
            return OcsAnswer.ok(sharees(visit, form));
        }
        if (path.equals(List.of("shares", "pending")) || path.equals(List.of("remote_shares"))) {
            return OcsAnswer.ok(List.of());
        }
        if (path.isEmpty() || !path.getFirst().equals("shares") || path.size() > 2) {
            throw new Refusal(998, "OCS", "");
        }
        Sharing sharing = new Sharing(visit);
        CloudStore store = visit.parts().store();
        String method = visit.request().method();
        if (path.size() == 1) {
            return switch (method) {
                case "GET" -> OcsAnswer.ok(store.read(state -> list(visit, sharing, state, form)));
                case "POST" ->
                        OcsAnswer.ok(
                                store.write(batch -> {
                                    Sharing.Made made = sharing.make(batch, form);
                                    return shown(
                                            visit,
                                            batch.state(),
                                            made.share(),
                                            made.fresh(),
                                            false);
                                }));
                default -> throw Refusal.ocs(405, "");
            };
        }
        long id = path.getLast().matches("[0-9]{1,18}") ? Long.parseLong(path.getLast()) : -1;
        return switch (method) {
            case "GET" ->
                    OcsAnswer.ok(
                            store.read(state -> {
                                Share share = sharing.one(state, id);
                                boolean received = !sharing.mayEdit(visit.sight(state), share);
                                return List.of(shown(visit, state, share, false, received));
                            }));
            case "PUT" ->
                    OcsAnswer.ok(
                            store.write(batch ->
                                    shown(
                                            visit,
                                            batch.state(),
                                            sharing.change(batch, id, form),
                                            false,
                                            false)));
            case "DELETE" ->
                    store.write(batch -> {
                        sharing.end(batch, id);
                        return OcsAnswer.ok(List.of());
                    });
            default -> throw Refusal.ocs(405, "");
        };
    }

    private static List<Map<String, Object>> list(
            Visit visit, Sharing sharing, CloudState state, Form form) {
        boolean received = form.flag("shared_with_me");
        Optional<String> path = form.text("path");
        List<Share> shares =
                received
                        ? sharing.received(state, path)
                        : sharing.made(state, path, form.flag("reshares"), form.flag("subfiles"));
        List<Map<String, Object>> shown = new ArrayList<>();
        shares.forEach(share -> shown.add(shown(visit, state, share, false, received)));
        return shown;
    }

    private static Map<String, Object> shown(
            Visit visit, CloudState state, Share share, boolean fresh, boolean received) {
        Sight sight = visit.sight(state);
        Accounts accounts = visit.parts().accounts();
        Node node = state.node(share.node()).orElseThrow();
        Optional<Spot> spot = sight.spotOf(share.node());
        boolean own = share.by().equals(visit.uid());
        boolean mayEdit = new Sharing(visit).mayEdit(sight, share);
        int bits = share.permissions() | (mayEdit ? Mount.UPDATE | Mount.DELETE : 0);
        String owner = accounts.displayName(share.by()).orElse(share.by());
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", String.valueOf(share.id()));
        data.put("share_type", share.type());
        data.put("uid_owner", share.by());
        data.put("displayname_owner", owner);
        data.put("permissions", share.permissions());
        data.put("can_edit", mayEdit);
        data.put("can_delete", mayEdit);
        data.put("stime", share.made());
        data.put("parent", Optional.empty());
        data.put(
                "expiration",
                Optional.of(share.lastDay()).filter(d -> !d.isEmpty()).map(d -> d + " 00:00:00"));
        data.put("token", Optional.empty());
        data.put("uid_file_owner", share.owner());
        data.put("note", share.note());
        data.put("label", share.label());
        data.put(
                "displayname_file_owner",
                accounts.displayName(share.owner()).orElse(share.owner()));
        data.put(
                "path",
                received
                        ? "/" + landing(visit, state, share)
                        : spot.map(Spot::display).orElse("/" + share.target()));
        data.put("item_type", node.folder() ? "folder" : "file");
        data.put(
                "item_permissions",
                own ? spot.map(Spot::permissions).orElse(share.permissions()) : bits);
        data.put("is-mount-root", received || spot.filter(Spot::isMountRoot).isPresent());
        data.put("mount-type", received ? "shared" : spot.map(s -> s.mount().type()).orElse(""));
        data.put("mimetype", FileProperties.mediaType(node));
        data.put("has_preview", false);
        data.put("storage_id", received ? "shared::/" + share.target() : "local::/");
        data.put("storage", state.upwards(node.id()).getLast().id());
        data.put("item_source", node.id());
        data.put("file_source", node.id());
        data.put("file_parent", node.parent());
        data.put("file_target", "/" + (received ? landing(visit, state, share) : share.target()));
        data.put("item_size", node.size());
        data.put("item_mtime", node.modified());
        data.put("share_with", share.with());
        if (share.type() == Share.USER) {
            String name = accounts.displayName(share.with()).orElse(share.with());
            data.put("share_with_displayname", name);
            data.put("share_with_displayname_unique", share.with());
        } else {
            data.put(
                    "share_with_displayname",
                    visit.parts().groups().name(state, share.with()).orElse(share.with()));
        }
        data.put("mail_send", fresh ? 1 : 0);
        data.put("hide_download", 0);
        data.put("attributes", Optional.of(share.attributes()).filter(a -> !a.isEmpty()));
        return data;
    }

    private static String landing(Visit visit, CloudState state, Share share) {
        return state.find(Landing.class, List.of(share.id(), visit.uid()))
                .map(Landing::name)
                .filter(name -> !name.isEmpty())
                .orElse(share.target());
    }

    /** The search itself makes the groups that it meets known, even those it does not show. */
    private static Map<String, Object> sharees(Visit visit, Form form) {
        String search = form.text("search").orElse("");
        boolean enumeration = visit.parts().settings().policy().enumeration();
        Optional<String> type = form.text("shareType").or(() -> form.text("shareType[]"));
        List<Map<String, Object>> exact = new ArrayList<>();
        List<Map<String, Object>> wide = new ArrayList<>();
        if (!search.isBlank() && (type.isEmpty() || type.get().equals("1"))) {
            int most =
                    (int) (long) form.number("perPage").filter(n -> n > 0 && n <= 200).orElse(200L);
            for (Found group : visit.parts().groups().search(search, most)) {
                boolean same =
                        group.gid().equalsIgnoreCase(search)
                                || group.name().equalsIgnoreCase(search);
                Map<String, Object> value = new LinkedHashMap<>();
                value.put("shareType", 1);
                value.put("shareWith", group.gid());
                Map<String, Object> found = new LinkedHashMap<>();
                found.put("label", group.name());
                found.put("value", value);
                if (same) {
                    exact.add(found);
                } else if (enumeration) {
                    wide.add(found);
                }
            }
        }
        Map<String, Object> exactly = new LinkedHashMap<>();
        exactly.put("users", List.of());
        exactly.put("groups", exact);
        for (String none : List.of("remotes", "remote_groups", "emails", "circles", "rooms")) {
            exactly.put(none, List.of());
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("exact", exactly);
        data.put("users", List.of());
        data.put("groups", wide);
        for (String none :
                List.of("remotes", "remote_groups", "emails", "lookup", "circles", "rooms")) {
            data.put(none, List.of());
        }
        data.put("lookupEnabled", false);
        return data;
    }
}
