package org.freihafen.pagesgroup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.ceilings.CeilingRule;
import org.freihafen.ceilings.Ceilings;
import org.freihafen.governance.Headcount;
import org.freihafen.granting.Granting;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.ids.FolderId;
import org.freihafen.ids.GrantId;
import org.freihafen.offering.OfferingGrants;
import org.freihafen.pages.Allowed;
import org.freihafen.pages.Asked;
import org.freihafen.pages.NotThere;
import org.freihafen.pages.Notices;
import org.freihafen.pages.Once;
import org.freihafen.pages.PageWords;
import org.freihafen.pages.UnitNames;
import org.freihafen.pages.Visitor;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Grantee;
import org.freihafen.shares.Grants;
import org.freihafen.shares.LinkPassword;
import org.freihafen.shares.Links;
import org.freihafen.shares.OutwardRule;
import org.freihafen.structure.Entrants;
import org.freihafen.structure.Unit;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.FolderRef;
import org.freihafen.workspaces.Workspace;
import org.freihafen.workspaces.Workspaces;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Gives a grant, or changes or ends one. Nothing is saved before the visitor was shown who will see
 * the folder: the form carries what was shown, and that must be what is saved.
 */
@Named
@RequestScoped
public class GrantDialogue {
    private static final List<Grantee.Kind> OUTWARD =
            List.of(
                    Grantee.Kind.PERSON,
                    Grantee.Kind.LINK,
                    Grantee.Kind.MAIL,
                    Grantee.Kind.FEDERATED);

    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private PageWords words;
    @Inject private Notices notices;
    @Inject private UnitNames unitNames;
    @Inject private Workspaces workspaces;
    @Inject private Entrants entrants;
    @Inject private Ceilings ceilings;
    @Inject private Grants grants;
    @Inject private Granting granting;
    @Inject private OfferingGrants offering;
    @Inject private Headcount headcount;
    @Inject private Links links;
    @Inject private SecureRandom random;

    private final Once<List<Grantee.Kind>> offered = new Once<>();

    /** Whether a grant is being given. */
    public boolean giving() {
        return !asked.text("folder").isEmpty();
    }

    /** Whether a grant that there is is being changed. */
    public boolean changing() {
        return !asked.text("grant").isEmpty();
    }

    private Grant grant() {
        return grants.byId(asked.id("grant", GrantId::of))
                .filter(grant -> grant.folder().workspace().equals(asked.unit().id()))
                .orElseThrow(NotThere::new);
    }

    private FolderRef folder() {
        if (changing()) {
            return grant().folder();
        }
        String ref = asked.text("folder");
        if (ref.equals("all")) {
            return FolderRef.whole(asked.unit().id());
        }
        return workspaces
                .folder(asked.id("folder", FolderId::of))
                .filter(folder -> folder.unit().equals(asked.unit().id()))
                .map(FolderRef::of)
                .orElseThrow(NotThere::new);
    }

    public String folderName() {
        return folder().folder()
                .flatMap(workspaces::folder)
                .map(Folder::path)
                .orElse(words.say("folder.all", asked.unit().name()));
    }

    /** Names of units that the visitor may grant to, each name once. */
    public List<String> receivers() {
        String own = unitNames.name(asked.unit());
        return unitNames.all().stream().filter(name -> !name.equals(own)).toList();
    }

    /** To what sort of recipient: a unit unless something else was chosen. */
    public Grantee.Kind kind() {
        if (changing()) {
            return grant().to().kind();
        }
        for (Grantee.Kind each : offered()) {
            if (each.name().equals(asked.text("kind"))) {
                return each;
            }
        }
        return Grantee.Kind.UNIT;
    }

    /** What the cloud and all ceilings over the group allow; units always. */
    public List<Grantee.Kind> offered() {
        return offered.get(this::findOffered);
    }

    private List<Grantee.Kind> findOffered() {
        Unit unit = asked.unit();
        String cloud = cloud();
        Set<Grantee.Kind> allowed =
                entrants.internal(cloud)
                        ? Set.of()
                        : CeilingRule.effective(ceilings.over(asked.structure(), unit, cloud)).to();
        return Stream.of(Grantee.Kind.values())
                .filter(kind ->
                        kind == Grantee.Kind.UNIT
                                || (OUTWARD.contains(kind) && allowed.contains(kind)))
                .toList();
    }

    private String cloud() {
        Unit unit = asked.unit();
        return workspaces
                .of(unit.id())
                .map(Workspace::cloud)
                .or(() -> unit.kind().cloud())
                .orElse(Entrants.WORKING);
    }

    /** Whether rules forbid some of what could be granted elsewhere. */
    public boolean limited() {
        return !entrants.internal(cloud()) && offered().size() <= OUTWARD.size();
    }

    private Optional<Grantee> receiver() {
        if (changing()) {
            return Optional.of(grant().to());
        }
        String address = OutwardRule.normal(asked.text("address"));
        return switch (kind()) {
            case UNIT -> group().map(Grantee.ToGroup::new);
            case LINK -> Optional.of(new Grantee.ToLink(password().isPresent()));
            case MAIL -> typed(new Grantee.ToMail(address, password().isPresent()), address);
            case FEDERATED -> typed(new Grantee.ToFederated(address), address);
            case PERSON -> Optional.empty();
        };
    }

    private static Optional<Grantee> typed(Grantee to, String address) {
        return address.isEmpty() ? Optional.empty() : Optional.of(to);
    }

    private Optional<GroupId> group() {
        Optional<Unit> unit = unitNames.named(asked.text("to"));
        return switch (asked.text("part")) {
            case "LEADS" -> unit.map(of -> new GroupId(of.id(), Part.LEADS));
            case "BOARD" ->
                    unit.flatMap(of -> asked.structure().boardOf(of.id()))
                            .map(board -> new GroupId(board.id(), Part.PEOPLE));
            default -> unit.map(of -> new GroupId(of.id(), Part.PEOPLE));
        };
    }

    private Optional<LinkPassword> password() {
        return LinkPassword.given(asked.text("password"));
    }

    /** One to take or to leave, shown before it is saved and never again. */
    public String proposal() {
        String typed = asked.text("password");
        boolean shown = !asked.text("kind").isEmpty() || changing();
        return shown ? typed : LinkPassword.fresh(random).text();
    }

    /** Where the link leads, once the cloud has made it. */
    public String link() {
        return changing() ? links.of(grant().id()).map(URI::toString).orElse("") : "";
    }

    public Allowed allowed() {
        String wished = asked.text("allowed");
        for (Allowed each : List.of(Allowed.READ, Allowed.ADD, Allowed.EDIT, Allowed.DROP)) {
            if (each.name().equals(wished)) {
                return each;
            }
        }
        return changing() ? Allowed.by(grant().permissions()) : Allowed.READ;
    }

    public String until() {
        if (changing() && asked.text("seen").isEmpty() && asked.text("allowed").isEmpty()) {
            Optional<LocalDate> end = grant().period().until();
            return end.map(day -> day.minusDays(1).toString()).orElse("");
        }
        return asked.text("until");
    }

    private Optional<LocalDate> lastDay() {
        return until().isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(until()));
    }

    /** Who will see it, what they may and until when; empty while that cannot be said. */
    public String preview() {
        try {
            if (kind() == Grantee.Kind.PERSON && !changing()) {
                String address = asked.text("address");
                return address.isEmpty() ? "" : sentence(address, lastDay());
            }
            return receiver().map(to -> sentence(who(to), lastDay())).orElse("");
        } catch (DateTimeException notADay) {
            return "";
        }
    }

    private String sentence(String who, Optional<LocalDate> lastDay) {
        String end =
                lastDay.map(day -> words.say("grant.until", words.day(day)))
                        .orElse(words.say("grant.forEver"));
        return words.say("grant.sentence." + allowed(), who, folderName(), end);
    }

    private String who(Grantee to) {
        return switch (to) {
            case Grantee.ToGroup(GroupId group) ->
                    words.say(
                            group.part() == Part.LEADS ? "grant.who.leads" : "grant.who.people",
                            asked.structure().byId(group.unit()).orElseThrow().name(),
                            headcount.of(group));
            case Grantee.ToPerson _ -> words.say("who.person");
            case Grantee.ToLink(boolean secured) ->
                    words.say(secured ? "who.link.secured" : "who.link");
            case Grantee.ToMail(String address, boolean secured) ->
                    words.say(secured ? "grant.who.mail.secured" : "grant.who.mail", address);
            case Grantee.ToFederated(String account) -> words.say("grant.who.federated", account);
        };
    }

    public String receiverName() {
        return receiver()
                .map(to ->
                        to.toGroup()
                                .flatMap(group -> asked.structure().byId(group.unit()))
                                .map(unitNames::said)
                                .orElseGet(() -> who(to)))
                .orElse("");
    }

    public @Nullable String save() {
        Optional<Grantee> to = receiver();
        if (to.isEmpty() && preview().isEmpty()) {
            return notices.wrong(
                    words.say("grant.to.unknown." + kind()), words.say("grant.to.cure." + kind()));
        }
        Optional<LocalDate> lastDay;
        try {
            lastDay = lastDay();
        } catch (DateTimeException notADay) {
            return notices.wrong(words.say("grant.day.wrong"), words.say("grant.day.cure"));
        }
        if (!asked.text("seen").equals(preview())) {
            return notices.wrong(words.say("grant.look"), words.say("grant.look.cure"));
        }
        if (kind() == Grantee.Kind.PERSON && !changing()) {
            return offer(lastDay);
        }
        if (changing()) {
            return notices.said(
                    granting.change(
                            visitor.actor(),
                            grant().id(),
                            new Granting.Change(
                                    allowed().permissions(),
                                    lastDay,
                                    Optional.empty(),
                                    password().filter(_ -> kind().linked()))),
                    GroupActs.page(asked.unit()),
                    "grant.changed",
                    receiverName());
        }
        return notices.said(
                granting.grant(
                        visitor.actor(),
                        new Granting.Wish(
                                folder(),
                                to.orElseThrow(),
                                allowed().permissions(),
                                lastDay,
                                asked.text("reason"),
                                password().filter(_ -> kind().linked()))),
                GroupActs.page(asked.unit()),
                "grant.done",
                preview());
    }

    /** Nobody gets anything before accepting; whether there is such a person is not told. */
    private @Nullable String offer(Optional<LocalDate> lastDay) {
        String address = asked.text("address");
        return notices.said(
                offering.offer(
                        visitor.actor(),
                        new OfferingGrants.Wish(
                                folder(),
                                address,
                                Optional.empty(),
                                allowed().permissions(),
                                lastDay,
                                asked.text("reason"))),
                GroupActs.page(asked.unit()),
                "offer.done",
                address);
    }

    public @Nullable String end() {
        String receiver = receiverName();
        return notices.said(
                granting.end(visitor.actor(), grant().id()),
                GroupActs.page(asked.unit()),
                "grant.ended",
                receiver);
    }
}
