package org.freihafen.pagesgroup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.access.Action;
import org.freihafen.access.Decision;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.Accounts;
import org.freihafen.accounts.Username;
import org.freihafen.granting.ShowingAnew;
import org.freihafen.ids.FolderId;
import org.freihafen.ids.GrantId;
import org.freihafen.ids.PersonId;
import org.freihafen.pages.Asked;
import org.freihafen.pages.NotThere;
import org.freihafen.pages.Notices;
import org.freihafen.pages.Once;
import org.freihafen.pages.PageWords;
import org.freihafen.pages.Visitor;
import org.freihafen.reach.FolderReach;
import org.freihafen.reach.PersonReach;
import org.freihafen.reach.TracingAccess;
import org.freihafen.structure.Unit;
import org.freihafen.words.ReachLines;
import org.freihafen.words.ReachLines.Line;
import org.freihafen.words.Words;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.FolderRef;
import org.freihafen.workspaces.Workspaces;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Who sees a folder, or what somebody sees, on a day; made to be printed. */
@Named
@RequestScoped
public class AccessPage {
    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private PageWords words;
    @Inject private Workspaces workspaces;
    @Inject private Accounts accounts;
    @Inject private TracingAccess tracing;
    @Inject private ReachLines lines;
    @Inject private Notices notices;
    @Inject private ShowingAnew showingAnew;
    @Inject private Clock clock;

    private final Once<Optional<Folder>> folder = new Once<>();
    private final Once<FolderReach> folderReach = new Once<>();
    private final Once<List<Line>> ways = new Once<>();
    private final Once<List<Line>> inside = new Once<>();

    /** Whether it is about a person; otherwise about a folder. */
    public boolean aboutPerson() {
        return asked.text("key").isEmpty();
    }

    /** Whether the visitor may ask about others. */
    public boolean audits() {
        return asked.mayEverywhere(Action.SEE_REACH);
    }

    public LocalDate on() {
        String text = asked.text("on");
        try {
            return text.isEmpty() ? LocalDate.now(clock) : LocalDate.parse(text);
        } catch (DateTimeException notADay) {
            throw new NotThere();
        }
    }

    public boolean past() {
        return on().isBefore(LocalDate.now(clock));
    }

    public String title() {
        if (aboutPerson()) {
            return person().equals(visitor.id())
                    ? words.say("reach.title.me")
                    : words.say("reach.title.person", name());
        }
        return words.say("reach.title.folder", folderName());
    }

    public String folderName() {
        return folder().map(Folder::path).orElse(unit().name());
    }

    public Unit unit() {
        return asked.unit();
    }

    private String name() {
        return accounts.byId(person()).map(Account::displayName).orElseThrow(NotThere::new);
    }

    private Optional<Folder> folder() {
        return folder.get(this::findFolder);
    }

    private Optional<Folder> findFolder() {
        String ref = asked.text("folder");
        if (ref.isEmpty() || ref.equals("all")) {
            return Optional.empty();
        }
        return Optional.of(
                workspaces
                        .folder(asked.id("folder", FolderId::of))
                        .filter(found -> found.unit().equals(unit().id()))
                        .orElseThrow(NotThere::new));
    }

    /** By login name, so that nobody needs to know an id; oneself if none was named. */
    private PersonId person() {
        String login = asked.text("login");
        if (login.isEmpty()) {
            return visitor.id();
        }
        return Optional.of(login)
                .filter(Username::allowed)
                .flatMap(name -> accounts.byUsername(new Username(name)))
                .filter(_ -> audits())
                .map(Account::id)
                .orElseThrow(NotThere::new);
    }

    private FolderReach folderReach() {
        return folderReach.get(() ->
                there(
                        tracing.folder(
                                visitor.actor(),
                                new FolderRef(unit().id(), folder().map(Folder::id)),
                                on())));
    }

    private static <T> T there(Decision<T> decision) {
        return switch (decision) {
            case Decision.Done<T>(T value) -> value;
            case Decision.Refused<T> _ -> throw new NotThere();
        };
    }

    public List<Line> ways() {
        return ways.get(this::findWays);
    }

    private List<Line> findWays() {
        Words said = Words.in(words.locale());
        if (!aboutPerson()) {
            return lines.of(folderReach().ways(), visitor.id(), said);
        }
        PersonReach reach = there(tracing.person(visitor.actor(), person(), on()));
        return lines.of(reach, visitor.id(), said);
    }

    /** What opens only a part of the folder. */
    public List<Line> inside() {
        return inside.get(
                () -> lines.of(folderReach().inside(), visitor.id(), Words.in(words.locale())));
    }

    /** Whether the visitor can have a folder shown anew to those who hid it. */
    public boolean shows(Line line) {
        return line.hiding() > 0 && asked.may(Action.GRANT);
    }

    /** The grant by which the line's people see the folder. */
    public String grant(Line line) {
        return line.grant().map(grant -> grant.id().toString()).orElse("");
    }

    public @Nullable String showAnew() {
        String folder = asked.text("folder");
        return notices.said(
                showingAnew.show(visitor.actor(), asked.id("grant", GrantId::of)),
                "/access?faces-redirect=true&key=" + unit().key() + "&folder=" + folder,
                "reach.anew.done");
    }

    /** How many see it, each counted once; nothing where the visitor may not know. */
    public String total() {
        return !aboutPerson() && ReachLines.allCounted(ways())
                ? words.say("reach.total", folderReach().everybody().size())
                : "";
    }
}
