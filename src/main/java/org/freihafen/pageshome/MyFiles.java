package org.freihafen.pageshome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.ids.UnitId;
import org.freihafen.pages.Allowed;
import org.freihafen.pages.Asked;
import org.freihafen.pages.Once;
import org.freihafen.pages.PageWords;
import org.freihafen.pages.UnitNames;
import org.freihafen.pages.Visitor;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Grants;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKind;
import org.freihafen.workspaces.FolderRef;
import org.freihafen.workspaces.Whereabouts;
import org.freihafen.workspaces.Whereabouts.Spot;
import org.freihafen.workspaces.Workspaces;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a visitor finds in their files, and through which group. */
@Named
@RequestScoped
public class MyFiles {
    @Inject private HomePage home;
    @Inject private Visitor visitor;
    @Inject private Asked asked;
    @Inject private UnitNames unitNames;
    @Inject private PageWords words;
    @Inject private Workspaces workspaces;
    @Inject private Grants grants;
    @Inject private Whereabouts whereabouts;
    @Inject private Clock clock;

    private final Once<List<FileLine>> all = new Once<>();

    /**
     * A folder as it stands in the visitor's files.
     *
     * @param why through whom they reach it
     */
    public record FileLine(FolderRef folder, Spot spot, String allowed, String why) {
        public String name() {
            return spot.name();
        }

        /** The cloud's page of it; empty if there is none. */
        public String address() {
            return spot.address().map(URI::toString).orElse("");
        }
    }

    /** Workspaces of the visitor's groups, then what others granted to those groups. */
    public List<FileLine> all() {
        return all.get(this::findAll);
    }

    /** Where files are opened that stand on no page of a cloud. */
    public List<String> byWebDav() {
        return all().stream()
                .map(FileLine::folder)
                .flatMap(folder -> whereabouts.byWebDav(folder, visitor.id()).stream())
                .map(URI::toString)
                .distinct()
                .toList();
    }

    private List<FileLine> findAll() {
        List<FileLine> lines = new ArrayList<>();
        Map<Grant, GroupId> received = new LinkedHashMap<>();
        for (HomePage.GroupLine group : home.groups()) {
            own(group, group.unit()).ifPresent(lines::add);
            asked.structure()
                    .inheritedBy(group.unit().id())
                    .forEach(merged -> own(group, merged).ifPresent(lines::add));
            for (Grant grant : grants.to(group.unit().id(), LocalDate.now(clock))) {
                grant.to()
                        .toGroup()
                        .filter(to -> to.part() == Part.PEOPLE || group.leads())
                        .ifPresent(to -> received.put(grant, to));
            }
        }
        received.forEach((grant, to) -> lines.add(line(grant, "files.granted", name(to.unit()))));
        grants.to(visitor.id(), LocalDate.now(clock))
                .forEach(grant -> lines.add(line(grant, "files.person")));
        return lines;
    }

    /** The group's workspace, or that of a group which was merged into it. */
    private Optional<FileLine> own(HomePage.GroupLine group, Unit of) {
        Unit unit = group.unit();
        UnitKind.Right people = unit.kind().right(UnitKind.Part.PEOPLE);
        UnitKind.Right leads = unit.kind().right(UnitKind.Part.LEADS);
        UnitKind.Right right = group.leads() && leads.compareTo(people) > 0 ? leads : people;
        if (right == UnitKind.Right.NONE || workspaces.of(of.id()).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new FileLine(
                        FolderRef.whole(of.id()),
                        whereabouts.own(FolderRef.whole(of.id())),
                        words.say("allows." + (right == UnitKind.Right.EDIT ? "EDIT" : "READ")),
                        words.say("files.own")));
    }

    private FileLine line(Grant grant, String key, String... through) {
        String giver = name(grant.folder().workspace());
        String end =
                grant.period()
                        .until()
                        .map(day -> words.say("grant.until", words.day(day.minusDays(1))))
                        .orElse(words.say("grant.forEver"));
        List<Object> facts = new ArrayList<>(List.of(giver));
        facts.addAll(List.of(through));
        facts.add(end);
        return new FileLine(
                grant.folder(),
                whereabouts.granted(grant.folder()),
                words.say("allows." + Allowed.by(grant.permissions())),
                words.say(key, facts.toArray()));
    }

    private String name(UnitId unit) {
        return asked.structure().byId(unit).map(unitNames::said).orElse(words.say("who.hidden"));
    }
}
