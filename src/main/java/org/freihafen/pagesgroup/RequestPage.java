package org.freihafen.pagesgroup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.access.Access;
import org.freihafen.access.Action;
import org.freihafen.asking.AccessRequest;
import org.freihafen.asking.AccessRequests;
import org.freihafen.asking.AnsweringAccess;
import org.freihafen.asking.AnsweringAccess.Answer;
import org.freihafen.asking.AskingAccess;
import org.freihafen.governance.Headcount;
import org.freihafen.ids.UnitId;
import org.freihafen.pages.Allowed;
import org.freihafen.pages.Asked;
import org.freihafen.pages.NotThere;
import org.freihafen.pages.Notices;
import org.freihafen.pages.Once;
import org.freihafen.pages.PageWords;
import org.freihafen.pages.Visitor;
import org.freihafen.pagesgroup.RequestLines.Line;
import org.freihafen.structure.Unit;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.FolderRef;
import org.freihafen.workspaces.Workspaces;
import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** One request for access: answered by those who were asked, taken back by those who asked. */
@Named
@RequestScoped
public class RequestPage {
    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private Access access;
    @Inject private PageWords words;
    @Inject private Notices notices;
    @Inject private RequestLines lines;
    @Inject private AccessRequests requests;
    @Inject private AskingAccess asking;
    @Inject private AnsweringAccess answering;
    @Inject private Workspaces workspaces;
    @Inject private Headcount headcount;

    private final Once<AccessRequest> request = new Once<>();

    /** A folder that can be given, or the whole workspace. */
    public record Choice(String ref, String name, boolean chosen, FolderRef folder) {}

    private AccessRequest request() {
        return request.get(() ->
                requests.byId(asked.id("id", UUID::fromString))
                        .filter(found ->
                                may(Action.GRANT, found.of()) || may(Action.ASK_ACCESS, found.by()))
                        .orElseThrow(NotThere::new));
    }

    private boolean may(Action action, UnitId in) {
        return access.allows(visitor.actor(), action, in);
    }

    public Line line() {
        return lines.of(request());
    }

    /** How many people would get access. */
    public int people() {
        return headcount.of(request().to());
    }

    public boolean answers() {
        return request().waits() && may(Action.GRANT, request().of());
    }

    public boolean withdraws() {
        return request().waits() && may(Action.ASK_ACCESS, request().by());
    }

    /** What was asked for first, then what is less. */
    public List<Allowed> offered() {
        return Stream.of(Allowed.EDIT, Allowed.ADD, Allowed.READ)
                .filter(each -> request().permissions().containsAll(each.permissions()))
                .toList();
    }

    public Allowed allowed() {
        String wished = asked.text("allowed");
        return offered().stream()
                .filter(each -> each.name().equals(wished))
                .findFirst()
                .orElse(offered().getFirst());
    }

    public String until() {
        return asked.text("grants").isEmpty()
                ? request().until().map(LocalDate::toString).orElse("")
                : asked.text("until");
    }

    /** Whole workspaces and their folders, of the group and of those that went into it. */
    public List<Choice> choices() {
        UnitId of = request().of();
        UnitId owner = asked.structure().heir(of).map(Unit::id).orElse(of);
        return Stream.concat(
                        asked.structure().byId(owner).stream(),
                        asked.structure().inheritedBy(owner).stream())
                .flatMap(unit -> choices(unit).stream())
                .toList();
    }

    private List<Choice> choices(Unit unit) {
        Choice whole =
                choice(
                        unit.key().value(),
                        words.say("folder.all", unit.name()),
                        request().folder().isEmpty(),
                        FolderRef.whole(unit.id()));
        Stream<Choice> folders =
                workspaces.folders(unit.id()).stream()
                        .filter(folder -> !folder.deleted())
                        .sorted(Comparator.comparing(Folder::path, String.CASE_INSENSITIVE_ORDER))
                        .map(folder ->
                                choice(
                                        folder.id().toString(),
                                        folder.path(),
                                        folder.path().equalsIgnoreCase(request().folder()),
                                        FolderRef.of(folder)));
        return Stream.concat(folders, Stream.of(whole)).toList();
    }

    private Choice choice(String ref, String name, boolean meant, FolderRef folder) {
        boolean chosen = asked.text("grants").isEmpty() ? meant : asked.text("given").equals(ref);
        return new Choice(ref, name, chosen, folder);
    }

    private Optional<FolderRef> given() {
        return choices().stream().filter(Choice::chosen).findFirst().map(Choice::folder);
    }

    public @Nullable String grant() {
        Line line = line();
        Optional<FolderRef> folder = given();
        if (folder.isEmpty()) {
            return notices.wrong(words.say("request.folder"), words.say("request.folder.cure"));
        }
        Optional<LocalDate> until;
        try {
            until = Optional.of(until()).filter(t -> !t.isEmpty()).map(LocalDate::parse);
        } catch (DateTimeException notADay) {
            return notices.wrong(words.say("grant.day.wrong"), words.say("grant.day.cure"));
        }
        return notices.said(
                answering.grant(
                        visitor.actor(),
                        request().id(),
                        new Answer(folder.get(), allowed().permissions(), until)),
                back(request().of()),
                "request.granted",
                line.by());
    }

    public @Nullable String refuse() {
        String by = line().by();
        return notices.said(
                answering.refuse(visitor.actor(), request().id(), asked.text("reason")),
                back(request().of()),
                "request.refused",
                by);
    }

    public @Nullable String withdraw() {
        String of = line().of();
        return notices.said(
                asking.withdraw(visitor.actor(), request().id()),
                back(request().by()),
                "request.withdrawn",
                of);
    }

    private String back(UnitId unit) {
        return "/requests?faces-redirect=true&key="
                + asked.structure().byId(unit).map(u -> u.key().value()).orElse("");
    }
}
