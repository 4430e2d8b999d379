package org.freihafen.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.freihafen.governance.Harbour.as;

import org.freihafen.access.Access;
import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Duty;
import org.freihafen.access.DutyHeld;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.Accounts;
import org.freihafen.accounts.Administrators;
import org.freihafen.accounts.Naming;
import org.freihafen.accounts.Use;
import org.freihafen.governance.ChangingUnits;
import org.freihafen.governance.FederationStandings;
import org.freihafen.governance.GivingDuties;
import org.freihafen.governance.Harbour;
import org.freihafen.governance.Leaving;
import org.freihafen.granting.GrantCheck;
import org.freihafen.granting.Granting;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Role;
import org.freihafen.reshape.Consequences;
import org.freihafen.reshape.Reshape;
import org.freihafen.reshape.Reshapers;
import org.freihafen.reshape.Reshaping;
import org.freihafen.shares.Permission;
import org.freihafen.structure.Entrants;
import org.freihafen.structure.Kinds;
import org.freihafen.structure.Unit;
import org.freihafen.workspaces.FolderRef;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Two people decide at the same moment what only one of them may. */
abstract class AtOnceContract {
    private final Jdbi jdbi = database().jdbi();
    private final Harbour harbour = new Harbour();
    private final JdbiUnits units = new JdbiUnits(jdbi, StoreContract.KINDS);
    private final JdbiMemberships memberships = new JdbiMemberships(jdbi);
    private final JdbiWorkspaces workspaces = new JdbiWorkspaces(jdbi);
    private final JdbiGrants grants = new JdbiGrants(jdbi, harbour.clock);
    private final JdbiTrail trail = new JdbiTrail(jdbi, harbour.clock);
    private final Access access =
            new Access(
                    new FederationStandings(
                            units, memberships, new JdbiDuties(jdbi), harbour.clock));

    abstract TestDatabase database();

    @BeforeEach
    void the_harbour_lies_in_the_database() {
        database().empty();
        for (Unit unit : harbour.units.structure().all()) {
            units.add(unit);
        }
        harbour.memberships.save(
                harbour.memberships
                        .of(harbour.max, harbour.umwelt.id(), harbour.today)
                        .map(max ->
                                new Membership(
                                        max.person(),
                                        max.unit(),
                                        Role.LEAD,
                                        max.period(),
                                        max.origin()))
                        .orElseThrow());
        harbour.belong(harbour.ada, harbour.umwelt, Role.MEMBER);
        for (PersonId person : harbour.everybody()) {
            new JdbiPeople(jdbi).add(harbour.people.byId(person).orElseThrow());
            harbour.memberships.of(person, harbour.today).forEach(memberships::add);
        }
        workspaces.add(harbour.workspaces.of(harbour.umwelt.id()).orElseThrow());
    }

    @Test
    void of_two_last_leads_who_leave_at_once_one_stays() throws Exception {
        Leaving leaving =
                new Leaving(access, units, memberships, trail, harbour.wake, harbour.clock);

        List<Optional<Refusal>> refusals =
                atOnce(
                        () -> leaving.leave(as(harbour.lea), harbour.umwelt.id()),
                        () -> leaving.leave(as(harbour.max), harbour.umwelt.id()));

        assertThat(refusals.stream().flatMap(Optional::stream).map(Refusal::rule))
                .containsExactly(Rule.LAST_LEAD);
        assertThat(memberships.in(harbour.umwelt.id(), harbour.today))
                .filteredOn(membership -> membership.role() == Role.LEAD)
                .hasSize(1);
    }

    @Test
    void of_two_administrators_who_end_each_other_at_once_one_stays() throws Exception {
        JdbiDuties duties = new JdbiDuties(jdbi);
        JdbiAccounts accounts = new JdbiAccounts(jdbi, JdbiContract.SECRET);
        for (PersonId administrator : List.of(harbour.lea, harbour.max)) {
            accounts.add(List.of(harbour.accounts.byId(administrator).orElseThrow()));
            duties.give(
                    new DutyHeld(
                            administrator,
                            Duty.ADMINISTRATOR,
                            harbour.federation.id(),
                            Optional.empty()));
        }
        GivingDuties giving =
                new GivingDuties(
                        access,
                        units,
                        duties,
                        accounts,
                        new Administrators(access, duties, accounts, harbour.clock),
                        trail,
                        harbour.clock);
        UnitId whole = harbour.federation.id();

        List<Optional<Refusal>> refusals =
                atOnce(
                        () -> giving.end(as(harbour.lea), harbour.max, Duty.ADMINISTRATOR, whole),
                        () -> giving.end(as(harbour.max), harbour.lea, Duty.ADMINISTRATOR, whole));

        assertThat(refusals.stream().flatMap(Optional::stream).map(Refusal::rule))
                .containsExactly(Rule.LAST_ADMINISTRATOR);
    }

    @Test
    void a_group_gets_one_grant_of_a_folder_though_two_give_it_at_once() throws Exception {
        Granting granting =
                new Granting(
                        access,
                        units,
                        grants,
                        new GrantCheck(
                                units,
                                workspaces,
                                grants,
                                harbour.ceilings(),
                                Entrants.byKind(),
                                harbour.clock),
                        harbour.passwords,
                        trail,
                        harbour.wake,
                        harbour.ids,
                        harbour.clock);
        Granting.Wish wish =
                new Granting.Wish(
                        new FolderRef(harbour.umwelt.id(), Optional.empty()),
                        new GroupId(harbour.digital.id(), Part.PEOPLE),
                        Set.of(Permission.READ),
                        Optional.empty(),
                        "together");

        List<Optional<Refusal>> refusals =
                atOnce(
                        () -> granting.grant(as(harbour.lea), wish),
                        () -> granting.grant(as(harbour.max), wish));

        assertThat(refusals.stream().flatMap(Optional::stream)).hasSize(1);
        assertThat(grants.by(harbour.umwelt.id(), harbour.today)).hasSize(1);
    }

    @Test
    void of_two_names_that_rest_on_the_same_one_a_unit_gets_the_first() throws Exception {
        ChangingUnits changing = new ChangingUnits(access, units, trail, harbour.wake);
        String before = harbour.umwelt.name();

        List<Optional<Refusal>> refusals =
                atOnce(
                        () -> renamedFrom(before, "AG Meer", as(harbour.lea), changing),
                        () -> renamedFrom(before, "AG Wald", as(harbour.max), changing));

        assertThat(refusals.stream().flatMap(Optional::stream).map(Refusal::rule))
                .containsExactly(Rule.CHANGED_SINCE_SHOWN);
        assertThat(trail.timesDone(harbour.lea, "unit.renamed", Instant.EPOCH))
                .isNotEqualTo(trail.timesDone(harbour.max, "unit.renamed", Instant.EPOCH));
    }

    /** As REST does it for {@code If-Match}: locked, compared, changed. */
    private Decision<Unit> renamedFrom(
            String before, String name, Actor actor, ChangingUnits changing) {
        units.lockTree();
        return units.byId(harbour.umwelt.id()).orElseThrow().name().equals(before)
                ? changing.rename(actor, harbour.umwelt.id(), name)
                : Decision.refused(Refusal.by(Rule.CHANGED_SINCE_SHOWN));
    }

    @Test
    void of_two_units_that_move_under_each_other_at_once_one_stays() throws Exception {
        JdbiUnits nesting = new JdbiUnits(jdbi, nestingKinds());
        Access entitled =
                new Access(
                        new FederationStandings(
                                nesting, memberships, new JdbiDuties(jdbi), harbour.clock));
        new JdbiDuties(jdbi)
                .give(
                        new DutyHeld(
                                harbour.ada,
                                Duty.ADMINISTRATOR,
                                harbour.federation.id(),
                                Optional.empty()));
        Reshaping reshaping =
                Reshapers.reshaping(
                        harbour, entitled, nesting, memberships, workspaces, grants, trail);
        UnitId umwelt = harbour.umwelt.id();
        UnitId digital = harbour.digital.id();
        Reshape one = new Reshape.Move(umwelt, digital);
        Reshape other = new Reshape.Move(digital, umwelt);
        String hashOfOne = shown(reshaping, one);
        String hashOfOther = shown(reshaping, other);

        List<Optional<Refusal>> refusals =
                atOnce(
                        () -> reshaping.carryOut(as(harbour.ada), one, hashOfOne),
                        () -> reshaping.carryOut(as(harbour.ada), other, hashOfOther));

        assertThat(refusals.stream().flatMap(Optional::stream).map(Refusal::rule))
                .containsExactly(Rule.KIND_NOT_ALLOWED_HERE);
        assertThat(nesting.structure().children(umwelt).size())
                .isNotEqualTo(nesting.structure().children(digital).size());
        assertThat(List.of(umwelt, digital))
                .allSatisfy(unit ->
                        assertThat(nesting.structure().upward(unit))
                                .extracting(Unit::id)
                                .contains(harbour.federation.id()));
    }

    private String shown(Reshaping reshaping, Reshape reshape) {
        return ((Decision.Done<Consequences>) reshaping.show(as(harbour.ada), reshape))
                .value()
                .hash();
    }

    /** The shipped ones, but for working groups that may contain each other. */
    private static Kinds nestingKinds() {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("config/kinds.properties"))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        properties.setProperty("working-group.contains", "working-group, project-group");
        return Kinds.read(properties);
    }

    @Test
    void of_two_display_names_that_rest_on_the_same_one_the_first_stays() throws Exception {
        JdbiAccounts accounts = new JdbiAccounts(jdbi, JdbiContract.SECRET);
        accounts.add(harbour.accounts.byIds(Set.of(harbour.lea)).values());
        Naming naming = new Naming(access, accounts, trail, harbour.wake, harbour.clock);
        String before = accounts.byId(harbour.lea).orElseThrow().displayName();

        List<Optional<Refusal>> refusals =
                atOnce(
                        () -> calledAfter(before, "Lea vom Meer", accounts, naming),
                        () -> calledAfter(before, "Lea vom Wald", accounts, naming));

        assertThat(refusals.stream().flatMap(Optional::stream)).hasSize(1);
    }

    private Decision<Account> calledAfter(
            String before, String name, Accounts accounts, Naming naming) {
        accounts.lock(harbour.lea);
        return accounts.byId(harbour.lea).orElseThrow().displayName().equals(before)
                ? naming.displayName(as(harbour.lea), harbour.lea, name)
                : Decision.refused(Refusal.by(Rule.CHANGED_SINCE_SHOWN));
    }

    @Test
    void somebody_who_comes_in_for_the_first_time_fails_no_look_at_the_directory()
            throws Exception {
        JdbiAccounts accounts = new JdbiAccounts(jdbi, JdbiContract.SECRET);
        accounts.add(harbour.accounts.byIds(Set.of(harbour.lea, harbour.max)).values());
        JdbiUses uses = new JdbiUses(jdbi);
        LocalDate today = harbour.today;
        CountDownLatch came = new CountDownLatch(1);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            Future<?> comingIn =
                    both.submit(() ->
                            jdbi.inTransaction(_ -> {
                                uses.came(harbour.lea, today);
                                came.countDown();
                                Thread.sleep(200);
                                return true;
                            }));
            came.await();
            both.submit(() -> uses.bound(Map.of(harbour.lea, today, harbour.max, today))).get();
            comingIn.get();
        }

        assertThat(uses.lock(harbour.lea))
                .contains(
                        new Use(
                                harbour.lea,
                                Optional.of(today),
                                Optional.of(today),
                                Optional.empty()));
        assertThat(uses.lock(harbour.max).flatMap(Use::bound)).contains(today);
    }

    /** Both have begun, and seen the same, before either goes on; the unit's lock lets one by. */
    private List<Optional<Refusal>> atOnce(
            Callable<? extends Decision<?>> one, Callable<? extends Decision<?>> other)
            throws Exception {
        CyclicBarrier begun = new CyclicBarrier(2);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<Optional<Refusal>>> answers =
                    both.invokeAll(List.of(decision(one, begun), decision(other, begun)));
            return List.of(answers.get(0).get(), answers.get(1).get());
        }
    }

    private Callable<Optional<Refusal>> decision(
            Callable<? extends Decision<?>> use, CyclicBarrier begun) {
        return () ->
                jdbi.inTransaction(_ -> {
                    begun.await();
                    Optional<Refusal> refusal = use.call().refusal();
                    Thread.sleep(100);
                    return refusal;
                });
    }
}
