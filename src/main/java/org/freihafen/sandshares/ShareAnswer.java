package org.freihafen.sandshares;

import org.freihafen.sanddav.FileProperties;
import org.freihafen.sandfiles.CloudState;
import org.freihafen.sandfiles.Fact.Landing;
import org.freihafen.sandfiles.Fact.Node;
import org.freihafen.sandfiles.Fact.Opening;
import org.freihafen.sandfiles.Fact.Share;
import org.freihafen.sandsight.Accounts;
import org.freihafen.sandsight.Mount;
import org.freihafen.sandsight.Spot;
import org.freihafen.sandsight.Visit;
import org.freihafen.sandtalk.CloudRequest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A share as the OCS API tells it to somebody: whoever made it reads its place in their own files,
 * whoever received it reads where it landed.
 */
record ShareAnswer(SharesSeen seen) {

    Map<String, Object> of(Share share, boolean fresh, boolean received) {
        CloudState state = seen.sight().state();
        Visit visit = seen.visit();
        Accounts accounts = visit.parts().accounts();
        Node node = state.node(share.node()).orElseThrow();
        Optional<Spot> spot = seen.sight().spotOf(share.node());
        boolean own = share.by().equals(visit.uid());
        boolean mayEdit = seen.mayEdit(share);
        int bits = share.permissions() | (mayEdit ? Mount.UPDATE | Mount.DELETE : 0);
        String owner = accounts.displayName(share.by()).orElse(share.by());
        Optional<Opening> opening = state.find(Opening.class, share.id());
        Optional<String> lock = opening.map(Opening::lock).filter(l -> !l.isEmpty());
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
                Optional.of(share.endsOn()).filter(d -> !d.isEmpty()).map(d -> d + " 00:00:00"));
        data.put("token", opening.map(Opening::token));
        data.put("uid_file_owner", share.owner());
        data.put("note", share.note());
        data.put("label", share.label());
        data.put(
                "displayname_file_owner",
                accounts.displayName(share.owner()).orElse(share.owner()));
        data.put(
                "path",
                received
                        ? "/" + landing(share)
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
        data.put("file_target", "/" + (received ? landing(share) : share.target()));
        data.put("item_size", node.size());
        data.put("item_mtime", node.modified());
        if (share.linked() || share.type() == Share.REMOTE) {
            boolean link = share.type() == Share.LINK;
            data.put("share_with", link ? lock : share.with());
            data.put("share_with_displayname", link ? "(Shared link)" : share.with());
            opening.ifPresent(open -> {
                data.put("password", lock);
                data.put("send_password_by_talk", false);
                data.put("url", address(visit.request(), open));
            });
        } else if (share.type() == Share.USER) {
            data.put("share_with", share.with());
            String name = accounts.displayName(share.with()).orElse(share.with());
            data.put("share_with_displayname", name);
            data.put("share_with_displayname_unique", share.with());
        } else {
            data.put("share_with", share.with());
            data.put(
                    "share_with_displayname",
                    visit.parts().groups().name(state, share.with()).orElse(share.with()));
        }
        data.put("mail_send", fresh ? 1 : 0);
        data.put("hide_download", 0);
        data.put("attributes", Optional.of(share.attributes()).filter(a -> !a.isEmpty()));
        return data;
    }

    private static String address(CloudRequest request, Opening opening) {
        return "http://"
                + request.header("host").orElse("localhost")
                + request.base()
                + "/s/"
                + opening.token();
    }

    private String landing(Share share) {
        return seen.sight()
                .state()
                .find(Landing.class, List.of(share.id(), seen.visit().uid()))
                .map(Landing::name)
                .filter(name -> !name.isEmpty())
                .orElse(share.target());
    }
}
