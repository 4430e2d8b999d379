package org.freihafen.sandshares;

import org.freihafen.sandfiles.CloudState;
import org.freihafen.sandfiles.CloudStore;
import org.freihafen.sandfiles.Fact.Share;
import org.freihafen.sandsight.Visit;
import org.freihafen.sandtalk.Form;
import org.freihafen.sandtalk.OcsAnswer;
import org.freihafen.sandtalk.Refusal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The share API: which method does what with shares. */
public final class SharesHandler {

    public OcsAnswer answer(Visit visit, List<String> path) throws IOException {
        Form form = Form.of(visit.request());
        if (path.equals(List.of("sharees"))) {
            return OcsAnswer.ok(ShareesSearch.find(visit, form));
        }
        if (path.equals(List.of("shares", "pending")) || path.equals(List.of("remote_shares"))) {
            return OcsAnswer.ok(List.of());
        }
        if (path.isEmpty() || !path.getFirst().equals("shares") || path.size() > 2) {
            throw new Refusal(998, "OCS", "");
        }
        String method = visit.request().method();
        CloudStore store = visit.parts().store();
        if (path.size() == 1) {
            return switch (method) {
                case "GET" -> OcsAnswer.ok(store.read(state -> list(seen(visit, state), form)));
                case "POST" -> OcsAnswer.ok(store.write(batch -> make(visit, batch, form)));
                default -> throw Refusal.ocs(405, "");
            };
        }
        long id = path.getLast().matches("[0-9]{1,18}") ? Long.parseLong(path.getLast()) : -1;
        return switch (method) {
            case "GET" -> OcsAnswer.ok(store.read(state -> one(seen(visit, state), id)));
            case "PUT" -> OcsAnswer.ok(store.write(batch -> change(visit, batch, id, form)));
            case "DELETE" ->
                    store.write(batch -> {
                        new Sharing(visit).end(batch, id);
                        return OcsAnswer.ok(List.of());
                    });
            default -> throw Refusal.ocs(405, "");
        };
    }

    private static SharesSeen seen(Visit visit, CloudState state) {
        return new SharesSeen(visit, visit.sight(state));
    }

    private static List<Map<String, Object>> list(SharesSeen seen, Form form) {
        boolean received = form.flag("shared_with_me");
        Optional<String> path = form.text("path");
        List<Share> shares =
                received
                        ? seen.received(path)
                        : seen.made(path, form.flag("reshares"), form.flag("subfiles"));
        ShareAnswer answer = new ShareAnswer(seen);
        List<Map<String, Object>> all = new ArrayList<>();
        shares.forEach(share -> all.add(answer.of(share, false, received)));
        return all;
    }

    private static List<Map<String, Object>> one(SharesSeen seen, long id) {
        Share share = seen.one(id);
        return List.of(new ShareAnswer(seen).of(share, false, !seen.mayEdit(share)));
    }

    private static Map<String, Object> make(Visit visit, CloudStore.Batch batch, Form form) {
        Sharing.Made made = new Sharing(visit).make(batch, form);
        return new ShareAnswer(seen(visit, batch.state())).of(made.share(), made.fresh(), false);
    }

    private static Map<String, Object> change(
            Visit visit, CloudStore.Batch batch, long id, Form form) {
        Share share = new Sharing(visit).change(batch, id, form);
        return new ShareAnswer(seen(visit, batch.state())).of(share, false, false);
    }
}
