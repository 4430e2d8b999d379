package org.freihafen.pagesgroup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.ceilings.CeilingRule;
import org.freihafen.ceilings.Ceilings;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.ids.FolderId;
import org.freihafen.ids.GrantId;
import org.freihafen.pages.Allowed;
import org.freihafen.pages.Asked;
import org.freihafen.pages.NotThere;
import org.freihafen.pages.Once;
import org.freihafen.pages.PageWords;
import org.freihafen.pages.UnitNames;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Grantee;
import org.freihafen.shares.Grants;
import org.freihafen.shares.LinkPassword;
import org.freihafen.shares.OutwardRule;
import org.freihafen.structure.Entrants;
import org.freihafen.structure.Unit;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.FolderRef;
import org.freihafen.workspaces.Workspace;
import org.freihafen.workspaces.Workspaces;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is filled in about a grant: first to whom, then what that asks for. */
@Named
@RequestScoped
public class GrantForm {
    private static final List<Allowed> USUAL = List.of(Allowed.READ, Allowed.ADD, Allowed.EDIT);
    private static final List<Allowed> LINKED =
            List.of(Allowed.READ, Allowed.ADD, Allowed.EDIT, Allowed.DROP);

    @Inject private Asked asked;
    @Inject private PageWords words;
    @Inject private UnitNames unitNames;
    @Inject private Workspaces workspaces;
    @Inject private Entrants entrants;
    @Inject private Ceilings ceilings;
    @Inject private Grants grants;
    @Inject private SecureRandom random;

    private final Once<String> proposal = new Once<>();
    private final Once<List<Grantee.Kind>> offered = new Once<>();

    /** Whether a grant is being given. */
    public boolean giving() {
        return !asked.text("folder").isEmpty();
    }

    /** Whether a grant that there is is being changed. */
    public boolean changing() {
        return !asked.text("grant").isEmpty();
    }

    Grant grant() {
        return grants.byId(asked.id("grant", GrantId::of))
                .filter(grant -> grant.folder().workspace().equals(asked.unit().id()))
                .orElseThrow(NotThere::new);
    }

    FolderRef folder() {
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
                .filter(kind -> kind == Grantee.Kind.UNIT || allowed.contains(kind))
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
        return !entrants.internal(cloud()) && offered().size() < Grantee.Kind.values().length;
    }

    /** Empty while it is not said, and for a person, who is not told to be there or not. */
    Optional<Grantee> receiver() {
        if (changing()) {
            return Optional.of(grant().to());
        }
        String address = OutwardRule.normal(address());
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

    /** A person's login or number, an e-mail address, or an account elsewhere. */
    String address() {
        return asked.text("address");
    }

    /** Whether a person's grant is to end when they leave a group. */
    boolean bound() {
        return kind() == Grantee.Kind.PERSON && !asked.text("because").isEmpty();
    }

    /** That group, if there is one of this name. */
    Optional<Unit> because() {
        return unitNames.named(asked.text("because"));
    }

    Optional<LinkPassword> password() {
        return LinkPassword.given(proposal()).filter(_ -> kind().linked());
    }

    /** One to take or to leave, shown before it is saved and never again. */
    public String proposal() {
        return proposal.get(() -> {
            boolean sent = changing() || !asked.text("allowed").isEmpty();
            return sent ? asked.text("password") : LinkPassword.fresh(random).text();
        });
    }

    /** What can be chosen for this sort of recipient, the least first. */
    public List<Allowed> choices() {
        return kind().linked() ? LINKED : USUAL;
    }

    public Allowed allowed() {
        String wished = asked.text("allowed");
        for (Allowed each : choices()) {
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

    /**
     * @throws java.time.DateTimeException if what was written is no day
     */
    Optional<LocalDate> lastDay() {
        return until().isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(until()));
    }
}
