package org.freihafen.pagesoffice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.access.Action;
import org.freihafen.access.Denied;
import org.freihafen.membership.MemberNumber;
import org.freihafen.pages.Asked;
import org.freihafen.pages.Notices;
import org.freihafen.pages.Once;
import org.freihafen.pages.PageWords;
import org.freihafen.pages.Speaking;
import org.freihafen.pages.Visitor;
import org.freihafen.requests.ChangeRequest;
import org.freihafen.requests.ChangeRequest.Kind;
import org.freihafen.requests.RequestingChanges;
import org.freihafen.structure.Unit;
import org.freihafen.words.ChangeSheets;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What branches ask to change in the register, and the queue that the member office works off. */
@Named
@RequestScoped
public class ChangesPage {
    private static final String PAGE = "/changes?faces-redirect=true";

    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private PageWords words;
    @Inject private Notices notices;
    @Inject private Speaking speaking;
    @Inject private RequestingChanges requesting;
    @Inject private ChangeSheets sheets;
    @Inject private FacesContext faces;

    private final Once<List<ChangeRequest>> open = new Once<>();

    /** Whether there is anything here for the visitor. */
    public boolean open() {
        return speaking.forSome() || speaking.office();
    }

    public List<ChangeRequest> waiting() {
        if (!open()) {
            throw new Denied(Action.REQUEST_CHANGE);
        }
        return open.get(() -> requesting.open(visitor.actor()));
    }

    public List<ChangeRequest> own() {
        return requesting.own(visitor.id());
    }

    public List<Kind> kinds() {
        return List.of(Kind.values());
    }

    public @Nullable String ask() {
        Optional<Unit> branch = speaking.chosen();
        Optional<Kind> kind =
                Arrays.stream(Kind.values())
                        .filter(each -> each.name().equals(asked.text("kind")))
                        .findFirst();
        if (branch.isEmpty() || kind.isEmpty() || !MemberNumber.allowed(asked.text("number"))) {
            return notices.wrong(words.say("number.wrong"), words.say("number.wrong.cure"));
        }
        return notices.said(
                requesting.ask(
                        visitor.actor(),
                        branch.get().id(),
                        new MemberNumber(asked.text("number")),
                        kind.get(),
                        asked.text("text")),
                PAGE,
                "changes.asked");
    }

    public @Nullable String done() {
        return end(true);
    }

    public @Nullable String refuse() {
        return end(false);
    }

    private @Nullable String end(boolean done) {
        return notices.said(
                requesting.end(
                        visitor.actor(),
                        asked.id("request", UUID::fromString),
                        done,
                        asked.text("reason")),
                PAGE,
                done ? "changes.done" : "changes.refused");
    }

    /** Sends the open requests as a file. */
    public @Nullable String export() throws IOException {
        byte[] sheet =
                sheets.of(requesting.export(visitor.actor()), words.locale())
                        .getBytes(StandardCharsets.UTF_8);
        var response = faces.getExternalContext();
        response.setResponseContentType("text/csv; charset=UTF-8");
        response.setResponseHeader(
                "Content-Disposition", "attachment; filename=\"" + words.say("changes.file") + '"');
        response.getResponseOutputStream().write(sheet);
        faces.responseComplete();
        return null;
    }
}
