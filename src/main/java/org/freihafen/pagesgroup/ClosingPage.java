package org.freihafen.pagesgroup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.access.Action;
import org.freihafen.access.Decision;
import org.freihafen.access.Denied;
import org.freihafen.closing.ClosingConsequences;
import org.freihafen.closing.ClosingFolders;
import org.freihafen.closing.Gap;
import org.freihafen.groups.GroupId;
import org.freihafen.ids.FolderId;
import org.freihafen.ids.GrantId;
import org.freihafen.pages.Allowed;
import org.freihafen.pages.Asked;
import org.freihafen.pages.NotThere;
import org.freihafen.pages.Notices;
import org.freihafen.pages.Once;
import org.freihafen.pages.PageWords;
import org.freihafen.pages.Visitor;
import org.freihafen.shares.Grant;
import org.freihafen.structure.Unit;
import org.freihafen.words.ConsequenceLines;
import org.freihafen.words.Words;
import org.freihafen.workspaces.Closing;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.Workspaces;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A folder is closed to most of a group, or opened again: first with who sees it then. */
@Named
@RequestScoped
public class ClosingPage {
    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private PageWords words;
    @Inject private Notices notices;
    @Inject private Workspaces workspaces;
    @Inject private ClosingFolders closing;
    @Inject private GranteeNames granteeNames;
    @Inject private ConsequenceLines lines;

    private final Once<Folder> folder = new Once<>();
    private final Once<Decision<ClosingConsequences>> shown = new Once<>();

    /** A grant by which others would go on seeing the folder. */
    public record Line(String id, String who, String what, String where, boolean stays) {}

    /** The group, for those who may close its folders. */
    public Unit unit() {
        if (!asked.may(Action.CREATE_FOLDER)) {
            throw new Denied(Action.CREATE_FOLDER);
        }
        return asked.unit();
    }

    public Folder folder() {
        return folder.get(() ->
                workspaces
                        .folder(asked.id("folder", FolderId::of))
                        .filter(found -> found.unit().equals(unit().id()))
                        .orElseThrow(NotThere::new));
    }

    /** For whom it is to stay open; {@code OPEN} for all. */
    public String to() {
        return wish().map(Enum::name).orElse("OPEN");
    }

    /** As the form carries it. */
    public String sent() {
        return wish().map(Enum::name).orElse("");
    }

    private Optional<Closing> wish() {
        String asks = asked.text("closedTo");
        if (asks.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                Stream.of(Closing.values())
                        .filter(to -> to.name().equals(asks))
                        .findFirst()
                        .orElseThrow(NotThere::new));
    }

    private Set<GrantId> staying() {
        return asked.ids("stays", GrantId::of);
    }

    private Decision<ClosingConsequences> shown() {
        return shown.get(() -> closing.show(visitor.actor(), folder().id(), wish(), staying()));
    }

    private Optional<ClosingConsequences> all() {
        return shown() instanceof Decision.Done<ClosingConsequences>(ClosingConsequences found)
                ? Optional.of(found)
                : Optional.empty();
    }

    /** Why it cannot be done; empty if it can. */
    public String why() {
        return shown().refusal().map(words::why).orElse("");
    }

    public String cure() {
        return shown().refusal().map(words::cure).orElse("");
    }

    /** Whether nothing would change. */
    public boolean idle() {
        return all().filter(found ->
                        found.to().equals(folder().closedTo())
                                && found.ending().isEmpty()
                                && found.withdrawn().isEmpty())
                .isPresent();
    }

    public List<Line> gaps() {
        List<Gap> gaps = all().map(ClosingConsequences::gaps).orElse(List.of());
        Map<GroupId, Integer> sizes = granteeNames.sizes(gaps.stream().map(Gap::grant).toList());
        return gaps.stream().map(gap -> line(gap, sizes)).toList();
    }

    private Line line(Gap gap, Map<GroupId, Integer> sizes) {
        Grant grant = gap.grant();
        String end =
                grant.until()
                        .map(day -> words.say("grant.until", words.day(day.minusDays(1))))
                        .orElse(words.say("grant.forEver"));
        return new Line(
                grant.id().toString(),
                granteeNames.of(grant.to(), sizes),
                words.say("allows." + Allowed.by(grant.permissions())) + ", " + end,
                words.say("closing.gap." + gap.place(), granteeNames.folder(grant.folder())),
                gap.stays());
    }

    public List<String> consequences() {
        return all().map(this::consequences).orElse(List.of());
    }

    private List<String> consequences(ClosingConsequences found) {
        List<String> said =
                new ArrayList<>(lines.all(found.difference(), Words.in(words.locale())));
        if (!found.gaps().isEmpty()) {
            int ending = found.ending().size();
            said.add(words.say("closing.ending", ending, found.gaps().size() - ending));
        }
        if (!found.withdrawn().isEmpty()) {
            said.add(words.say("closing.withdrawn", found.withdrawn().size()));
        }
        return said;
    }

    public String hash() {
        return all().map(ClosingConsequences::hash).orElse("");
    }

    /** The grants that are to stay, as the form carries them. */
    public List<String> stays() {
        return gaps().stream().filter(Line::stays).map(Line::id).toList();
    }

    public @Nullable String carryOut() {
        return notices.said(
                closing.close(
                        visitor.actor(), folder().id(), wish(), staying(), asked.text("hash")),
                GroupActs.page(unit()),
                wish().isPresent() ? "folder.closed.done" : "folder.opened.done");
    }
}
