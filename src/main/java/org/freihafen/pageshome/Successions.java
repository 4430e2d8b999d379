package org.freihafen.pageshome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.access.Action;
import org.freihafen.groups.GroupId;
import org.freihafen.ids.GrantId;
import org.freihafen.ids.UnitId;
import org.freihafen.pages.Asked;
import org.freihafen.pages.Notices;
import org.freihafen.pages.Once;
import org.freihafen.pages.UnitNames;
import org.freihafen.pages.Visitor;
import org.freihafen.pagesgroup.GroupActs;
import org.freihafen.reshape.Succession;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Grants;
import org.freihafen.structure.Unit;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.Workspaces;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Grants to groups that were merged, about which the group that gave them decides. */
@Named
@RequestScoped
public class Successions {
    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private UnitNames unitNames;
    @Inject private HomePage home;
    @Inject private Notices notices;
    @Inject private Grants grants;
    @Inject private Workspaces workspaces;
    @Inject private Succession succession;
    @Inject private Clock clock;

    private final Once<List<Waiting>> waiting = new Once<>();

    /** A grant that waits: of which folder, to which group that is no more, and who is its heir. */
    public record Waiting(GrantId grant, String folder, String merged, String heir) {}

    /** Those of the group that was asked for, for whoever may decide. */
    public List<Waiting> waiting() {
        return waiting.get(
                () -> asked.may(Action.GRANT) ? of(asked.unit().id()).toList() : List.of());
    }

    /** Groups that the visitor leads and in which something waits. */
    public List<Unit> mine() {
        return home.groups().stream()
                .filter(HomePage.GroupLine::leads)
                .map(HomePage.GroupLine::unit)
                .filter(unit -> of(unit.id()).findAny().isPresent())
                .toList();
    }

    private Stream<Waiting> of(UnitId giver) {
        if (asked.structure().endings().isEmpty()) {
            return Stream.empty();
        }
        return grants.by(giver, LocalDate.now(clock)).stream()
                .flatMap(grant -> line(grant).stream());
    }

    private Optional<Waiting> line(Grant grant) {
        Optional<UnitId> to = grant.to().toGroup().map(GroupId::unit);
        return Succession.heir(grant, asked.structure())
                .map(heir ->
                        new Waiting(
                                grant.id(),
                                grant.folder()
                                        .folder()
                                        .flatMap(workspaces::folder)
                                        .map(Folder::path)
                                        .orElse(name(grant.folder().workspace())),
                                to.map(this::name).orElse(""),
                                heir.name()));
    }

    private String name(UnitId unit) {
        return asked.structure().byId(unit).map(unitNames::said).orElse("");
    }

    public @Nullable String pass() {
        return decide(true, "succession.passed");
    }

    public @Nullable String end() {
        return decide(false, "succession.ended");
    }

    private @Nullable String decide(boolean pass, String key) {
        GrantId grant = asked.id("grant", GrantId::of);
        String heir =
                waiting().stream()
                        .filter(each -> each.grant().equals(grant))
                        .map(Waiting::heir)
                        .findFirst()
                        .orElse("");
        return notices.said(
                succession.decide(visitor.actor(), grant, pass),
                GroupActs.page(asked.unit()),
                key,
                heir);
    }
}
