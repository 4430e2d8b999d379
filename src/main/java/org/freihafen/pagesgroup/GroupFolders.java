package org.freihafen.pagesgroup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.freihafen.access.Action;
import org.freihafen.closing.ClosingFolders;
import org.freihafen.groups.GroupId;
import org.freihafen.ids.UnitId;
import org.freihafen.pages.Allowed;
import org.freihafen.pages.Asked;
import org.freihafen.pages.Notices;
import org.freihafen.pages.Once;
import org.freihafen.pages.PageWords;
import org.freihafen.pages.UnitNames;
import org.freihafen.pages.Visitor;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Grants;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKind;
import org.freihafen.workspaces.Closing;
import org.freihafen.workspaces.ClosingRule;
import org.freihafen.workspaces.CreatingFolders;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.FolderRef;
import org.freihafen.workspaces.SeenFolders;
import org.freihafen.workspaces.Whereabouts;
import org.freihafen.workspaces.Whereabouts.Spot;
import org.freihafen.workspaces.Workspaces;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A group's folders with who can see each, and what others granted to the group. */
@Named
@RequestScoped
public class GroupFolders {
    @Inject private Asked asked;
    @Inject private UnitNames unitNames;
    @Inject private Visitor visitor;
    @Inject private PageWords words;
    @Inject private Notices notices;
    @Inject private Workspaces workspaces;
    @Inject private SeenFolders seenFolders;
    @Inject private Grants grants;
    @Inject private Whereabouts whereabouts;
    @Inject private GranteeNames granteeNames;
    @Inject private CreatingFolders creatingFolders;
    @Inject private ClosingFolders closingFolders;
    @Inject private Clock clock;

    @Inject
    @ConfigProperty(name = "clouds")
    private Optional<String> clouds;

    private final Once<List<FolderLine>> folders = new Once<>();
    private final Once<List<GrantLine>> received = new Once<>();

    /** A grant as a line for people. */
    public record GrantLine(
            String id, String who, String what, String until, String folder, Spot spot) {}

    /**
     * A folder and the grants on it.
     *
     * @param ref its id, or {@code all} for the whole workspace
     * @param deleted people deleted it in the cloud
     * @param closedTo who of the unit's people alone gets in; empty for all of them
     */
    public record FolderLine(
            String ref,
            String name,
            boolean deleted,
            String closedTo,
            Spot spot,
            List<GrantLine> grants) {}

    public boolean shown() {
        return asked.may(Action.SEE_FOLDERS) && asked.unit().kind().hasWorkspace();
    }

    /**
     * Whether folders can be made and granted here: the group lives, or the one that it went into.
     */
    public boolean open() {
        return asked.structure()
                .heir(asked.unit().id())
                .filter(owner -> !owner.ended())
                .isPresent();
    }

    /**
     * The name of the file cloud on which the workspace is to lie, if that is not connected: then
     * all about it waits. Empty otherwise.
     */
    public String awaitedCloud() {
        String wanted = asked.unit().kind().cloud().orElse("");
        List<String> connected = List.of(clouds.orElse("").split("[,\\s]+", -1));
        return connected.contains(wanted) ? "" : wanted;
    }

    /** Who may do what in the whole workspace by the rules for this kind of group. */
    public String rights() {
        UnitKind kind = asked.unit().kind();
        UnitKind.Right people = kind.right(UnitKind.Part.PEOPLE);
        UnitKind.Right leads = kind.right(UnitKind.Part.LEADS);
        String key = people == leads ? "rights." + people : "rights." + people + "." + leads;
        return words.say(key);
    }

    /** The whole workspace first, once there is one, then its folders by path. */
    public List<FolderLine> folders() {
        return folders.get(this::findFolders);
    }

    private List<FolderLine> findFolders() {
        Unit unit = asked.unit();
        Predicate<FolderRef> seen = seenFolders.in(visitor.id(), unit.id());
        List<Grant> given =
                asked.may(Action.SEE_GRANTS)
                        ? grants.by(unit.id(), today()).stream()
                                .filter(grant -> seen.test(grant.folder()))
                                .toList()
                        : List.of();
        Map<GroupId, Integer> sizes = granteeNames.sizes(given);
        List<FolderLine> lines = new ArrayList<>();
        if (workspaces.of(unit.id()).isPresent()) {
            lines.add(
                    line("all", unit.name(), false, "", FolderRef.whole(unit.id()), given, sizes));
        }
        seenFolders.of(visitor.id(), unit.id()).stream()
                .sorted(Comparator.comparing(Folder::path, String.CASE_INSENSITIVE_ORDER))
                .forEach(folder ->
                        lines.add(
                                line(
                                        folder.id().toString(),
                                        folder.path(),
                                        folder.deleted(),
                                        folder.closedTo().map(Closing::name).orElse(""),
                                        FolderRef.of(folder),
                                        given,
                                        sizes)));
        return lines;
    }

    private FolderLine line(
            String ref,
            String name,
            boolean deleted,
            String closedTo,
            FolderRef folder,
            List<Grant> given,
            Map<GroupId, Integer> sizes) {
        return new FolderLine(
                ref,
                name,
                deleted,
                closedTo,
                whereabouts.own(folder),
                given.stream()
                        .filter(grant -> grant.folder().equals(folder))
                        .map(grant ->
                                line(
                                        grant,
                                        granteeNames.of(grant.to(), sizes),
                                        name,
                                        whereabouts.own(folder)))
                        .toList());
    }

    private GrantLine line(Grant grant, String who, String folder, Spot spot) {
        return new GrantLine(
                grant.id().toString(),
                who,
                words.say("allows." + Allowed.by(grant.permissions())),
                grant.period().until().map(end -> words.day(end.minusDays(1))).orElse(""),
                folder,
                spot);
    }

    /** What others granted to the group, by the unit that gives it. */
    public List<GrantLine> received() {
        return received.get(this::findReceived);
    }

    private List<GrantLine> findReceived() {
        if (!asked.may(Action.SEE_FOLDERS)) {
            return List.of();
        }
        return grants.to(asked.unit().id(), today()).stream().map(this::receivedLine).toList();
    }

    private GrantLine receivedLine(Grant grant) {
        String giver =
                asked.structure()
                        .byId(grant.folder().workspace())
                        .map(unitNames::said)
                        .orElse(words.say("who.hidden"));
        String folder =
                grant.folder().folder().flatMap(workspaces::folder).map(Folder::path).orElse(giver);
        return line(grant, giver, folder, whereabouts.granted(grant.folder()));
    }

    /** For whom a folder of the group can be closed to the others. */
    public List<Closing> closings() {
        Unit unit = asked.unit();
        return Stream.of(Closing.values())
                .filter(to -> ClosingRule.group(unit, to, asked.structure()).isPresent())
                .toList();
    }

    public @Nullable String create() {
        String path = asked.text("path");
        Optional<Closing> closedTo = closing();
        UnitId unit = asked.unit().id();
        return notices.said(
                closedTo.isPresent()
                        ? closingFolders.create(visitor.actor(), unit, path, closedTo.get())
                        : creatingFolders.create(visitor.actor(), unit, path),
                GroupActs.page(asked.unit()),
                "folder.done",
                path);
    }

    private Optional<Closing> closing() {
        String asks = asked.text("closedTo");
        return Stream.of(Closing.values()).filter(to -> to.name().equals(asks)).findFirst();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
