package org.freihafen.sandshares;

import org.freihafen.sandfiles.CloudState;
import org.freihafen.sandfiles.CloudStore;
import org.freihafen.sandfiles.Fact.Landing;
import org.freihafen.sandfiles.Fact.Opening;
import org.freihafen.sandfiles.Fact.Share;
import org.freihafen.sandlinks.LinkLock;
import org.freihafen.sandsight.Declining;
import org.freihafen.sandsight.Mount;
import org.freihafen.sandsight.Sight;
import org.freihafen.sandsight.Spot;
import org.freihafen.sandsight.Visit;
import org.freihafen.sandtalk.Form;
import org.freihafen.sandtalk.Refusal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * Making, changing and ending shares by the rules of the OCS API. To share the same folder with the
 * same recipient again answers the share that is there, unchanged, whoever made it.
 */
final class Sharing {
    private static final String NOT_CREATED = "Failed to create share.";
    private static final String NOT_UPDATED = "Failed to update share.";

    private final Visit visit;

    Sharing(Visit visit) {
        this.visit = visit;
    }

    /** A share and whether this request made it. */
    record Made(Share share, boolean fresh) {}

    Made make(CloudStore.Batch batch, Form form) {
        tidy(batch);
        SharesSeen seen = seen(batch);
        String path =
                form.text("path")
                        .orElseThrow(
                                () -> Refusal.ocs(404, "Please specify a file or folder path"));
        Spot spot = seen.at(path);
        int type = (int) (long) form.number("shareType").orElse(-1L);
        boolean reshare = spot.mount() instanceof Mount.Received;
        if (!spot.allows(Mount.SHARE)
                || (reshare && !visit.parts().settings().policy().resharing())) {
            throw Refusal.ocs(404, "You are not allowed to share " + name(spot));
        }
        String with = recipient(batch.state(), spot, type, form.text("shareWith").orElse(""));
        String endsOn = endsOn(form.text("expireDate").orElse(""));
        boolean mayShare =
                visit.parts().settings().policy().peopleShare() || visit.administersTeamFolders();
        if (!mayShare || spot.isHome() || (type == Share.USER && with.equals(visit.uid()))) {
            throw Refusal.ocs(403, NOT_CREATED);
        }
        Optional<Share> existing =
                batch.state().sharesOf(spot.node().id()).stream()
                        .filter(share -> share.type() == type && share.with().equals(with))
                        .filter(share -> share.type() != Share.LINK)
                        .findFirst();
        if (existing.isPresent()) {
            if (type == Share.MAIL || type == Share.REMOTE) {
                throw Refusal.ocs(403, "Sharing failed, because this item is already shared");
            }
            return new Made(existing.get(), false);
        }
        long asked = form.number("permissions").orElse((long) Mount.ALL);
        if (asked < 0 || asked > Mount.ALL) {
            throw Refusal.ocs(403, NOT_CREATED);
        }
        int permissions = permissions(type, (int) asked, spot);
        if (form.number("permissions").isEmpty()) {
            permissions &= spot.permissions();
        }
        requireHeld(spot, permissions);
        Share share =
                new Share(
                        batch.next("share"),
                        type,
                        with,
                        visit.uid(),
                        owner(spot),
                        spot.node().id(),
                        permissions,
                        endsOn,
                        form.text("note").orElse(""),
                        form.text("label").orElse(""),
                        form.text("attributes").orElse(""),
                        visit.parts().tree().now(),
                        name(spot));
        batch.put(share);
        if (share.linked()) {
            String token = visit.parts().accounts().token();
            batch.put(
                    new Opening(
                            share.id(),
                            token,
                            LinkLock.made(token, form.text("password").orElse(""))));
        }
        return new Made(share, true);
    }

    Share change(CloudStore.Batch batch, long id, Form form) {
        tidy(batch);
        SharesSeen seen = seen(batch);
        Share share = seen.editable(id);
        Optional<String> permissions = form.text("permissions");
        Optional<String> until = form.text("expireDate");
        Optional<String> note = form.text("note");
        Optional<String> label = form.text("label");
        Optional<String> attributes = form.text("attributes");
        Optional<String> password = form.text("password");
        if (List.of(permissions, until, note, label, attributes, password).stream()
                .allMatch(Optional::isEmpty)) {
            throw Refusal.ocs(400, "Wrong or no update parameter given");
        }
        boolean vanished =
                share.type() == Share.GROUP
                        && !visit.parts().accounts().localGroup(share.with())
                        && visit.parts().groups().name(batch.state(), share.with()).isEmpty();
        long bits =
                form.number("permissions")
                        .orElse(permissions.isPresent() ? 0L : share.permissions());
        if (vanished || bits < 1 || bits > Mount.ALL) {
            throw Refusal.ocs(400, NOT_UPDATED);
        }
        Spot spot =
                seen.sight()
                        .spotOf(share.node())
                        .orElseThrow(() -> Refusal.ocs(404, SharesSeen.WRONG_ID));
        int fitting = permissions(share.type(), (int) bits, spot);
        if (permissions.isPresent()) {
            requireHeld(spot, fitting & ~share.permissions());
        }
        Share changed =
                new Share(
                        share.id(),
                        share.type(),
                        share.with(),
                        share.by(),
                        share.owner(),
                        share.node(),
                        fitting,
                        until.map(Sharing.this::endsOn).orElse(share.endsOn()),
                        note.orElse(share.note()),
                        label.orElse(share.label()),
                        attributes.orElse(share.attributes()),
                        share.made(),
                        share.target());
        batch.put(changed);
        if (share.linked() && password.isPresent()) {
            Opening opening = batch.state().find(Opening.class, id).orElseThrow();
            batch.put(
                    new Opening(
                            id, opening.token(), LinkLock.made(opening.token(), password.get())));
        }
        return changed;
    }

    /** Ends a share for all, or, for one who only received it, hides it from that person. */
    void end(CloudStore.Batch batch, long id) {
        tidy(batch);
        SharesSeen seen = seen(batch);
        Share share = seen.existing(id);
        if (seen.mayEdit(share)) {
            batch.state().all(Landing.class).stream()
                    .filter(landing -> landing.share() == id)
                    .forEach(batch::remove);
            batch.state().find(Opening.class, id).ifPresent(batch::remove);
            batch.remove(share);
        } else if (seen.sight().reaches(share)) {
            Declining.decline(visit, batch, share);
        } else {
            throw Refusal.ocs(404, SharesSeen.WRONG_ID);
        }
    }

    private SharesSeen seen(CloudStore.Batch batch) {
        return new SharesSeen(visit, visit.sight(batch.state()));
    }

    /** Shares past their last day are gone for good at the next change. */
    private void tidy(CloudStore.Batch batch) {
        LocalDate today = visit.parts().today();
        batch.state().all(Share.class).stream()
                .filter(share -> !Sight.live(share, today))
                .forEach(batch::remove);
    }

    private String recipient(CloudState state, Spot spot, int type, String with) {
        String place = "/" + visit.uid() + "/files" + spot.display();
        switch (type) {
            case Share.USER -> {
                if (with.isEmpty() || visit.parts().accounts().displayName(with).isEmpty()) {
                    throw Refusal.ocs(404, "Please specify a valid account to share with");
                }
            }
            case Share.GROUP -> {
                if (!visit.parts().accounts().isGroup(state, with)) {
                    throw Refusal.ocs(404, "Please specify a valid group");
                }
            }
            case Share.LINK, Share.MAIL -> {
                if (!outward()) {
                    throw Refusal.ocs(404, "Public link sharing is disabled by the administrator");
                }
                if (type == Share.LINK) {
                    return "";
                }
                if (with.indexOf('@') < 1) {
                    throw Refusal.ocs(404, "Please specify a valid email address");
                }
            }
            case Share.REMOTE -> {
                if (!outward() || with.indexOf('@') < 1) {
                    throw Refusal.ocs(
                            403,
                            "Sharing %s failed because the back end does not allow shares from type 6"
                                    .formatted(place));
                }
            }
            case 9 ->
                    throw Refusal.ocs(
                            403,
                            "Sharing %s failed because the back end does not allow shares from type %d"
                                    .formatted(place, type));
            case 7 ->
                    throw Refusal.ocs(404, "You cannot share to a Team if the app is not enabled");
            case 10, 12 ->
                    throw Refusal.ocs(
                            403,
                            "Sharing %s failed because the back end does not support room shares"
                                    .formatted(place));
            default -> throw Refusal.ocs(400, "Unknown share type");
        }
        return with;
    }

    private boolean outward() {
        return visit.parts().settings().policy().outward();
    }

    /** The cloud itself adds sharing further to a link that shows anything. */
    private static int permissions(int type, int asked, Spot spot) {
        if (type != Share.LINK && type != Share.MAIL) {
            return fitting(asked | Mount.READ, spot);
        }
        boolean changes = (asked & (Mount.UPDATE | Mount.DELETE)) != 0;
        boolean reads = (asked & Mount.READ) != 0;
        if (!reads && (changes || (asked & Mount.CREATE) == 0)) {
            throw Refusal.ocs(404, "Share must at least have READ or CREATE permissions");
        }
        return fitting(reads ? asked | Mount.SHARE : asked, spot);
    }

    private String endsOn(String text) {
        if (text.isEmpty()) {
            return "";
        }
        LocalDate day;
        try {
            day = LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeParseException e) {
            throw Refusal.ocs(404, "Invalid date. Format must be YYYY-MM-DD");
        }
        if (!day.isAfter(visit.parts().today())) {
            throw Refusal.ocs(404, "Expiration date is in the past");
        }
        return day.toString();
    }

    private static int fitting(int permissions, Spot spot) {
        return spot.node().folder() ? permissions : permissions & ~(Mount.CREATE | Mount.DELETE);
    }

    private static void requireHeld(Spot spot, int permissions) {
        if ((permissions & ~spot.permissions()) != 0) {
            throw Refusal.ocs(404, "Cannot increase permissions of " + spot.display());
        }
    }

    private String owner(Spot spot) {
        return spot.mount() instanceof Mount.Received received
                ? received.share().owner()
                : visit.uid();
    }

    private static String name(Spot spot) {
        return spot.isHome() ? "" : spot.path().getLast();
    }
}
