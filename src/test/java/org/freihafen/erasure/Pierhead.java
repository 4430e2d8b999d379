package org.freihafen.erasure;

import org.freihafen.accounts.Administrators;
import org.freihafen.applying.RedactingReports;
import org.freihafen.enrolment.InMemoryRosters;
import org.freihafen.governance.Harbour;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.mail.Post;
import org.freihafen.membership.InMemoryTombstones;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Origin;
import org.freihafen.membership.Period;
import org.freihafen.membership.Person;
import org.freihafen.membership.Role;
import org.freihafen.membership.Status;
import org.freihafen.reconcile.Limit;
import org.freihafen.runs.DirectoryFollowing;
import org.freihafen.runs.InMemoryRuns;
import org.freihafen.runs.RunSettings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where people leave the harbour, on a day that can be turned. */
public final class Pierhead {
    public final Harbour harbour = new Harbour();
    public final InMemoryTombstones tombstones = new InMemoryTombstones();
    public final Post post;
    public final InMemoryFarewells farewells;
    final InMemoryRosters rosters = new InMemoryRosters();
    final InMemoryRuns runs = new InMemoryRuns();
    public LocalDate today;
    LocalTime time = LocalTime.NOON;
    boolean readOnly;

    /** Whose remains were erased. */
    public final List<PersonId> erased = new ArrayList<>();

    /** How many lines the trail had each time. */
    final List<Integer> linesBefore = new ArrayList<>();

    private final Clock clock = new Turning();
    private final GraceTime grace;

    public Pierhead() {
        this(new Harbour().today, new Limit(20, 1));
    }

    Pierhead(LocalDate today, Limit limit) {
        this.today = today;
        grace = GraceTime.of(90, List.of(60, 14), 1, limit);
        post = new Post(harbour.people, harbour.accounts, harbour.ids, clock);
        farewells = new InMemoryFarewells(harbour.people::all, tombstones);
    }

    ErasingPerson erasingPerson() {
        return new ErasingPerson(
                harbour.people,
                harbour.accounts,
                post.confirmed,
                harbour.memberships,
                tombstones,
                (person, _) -> {
                    erased.add(person);
                    linesBefore.add(harbour.trail.entries().size());
                    return Set.<UnitId>of();
                },
                new RedactingReports(rosters),
                harbour.trail,
                harbour.wake,
                clock);
    }

    public Erasing erasing() {
        return new Erasing(
                harbour.access,
                farewells,
                erasingPerson(),
                new Administrators(harbour.access, harbour.duties, harbour.accounts, clock),
                post.mailing,
                grace,
                new RunSettings(Duration.ofHours(1), readOnly, Map.of()),
                harbour.trail,
                clock);
    }

    public TellingOfLeavers telling() {
        return new TellingOfLeavers(harbour.memberships, harbour.units, post.mailing, clock);
    }

    WritingFarewells writing(int perHour) {
        return new WritingFarewells(
                farewells,
                erasingPerson(),
                post.mailing,
                grace,
                new FarewellPace(perHour),
                new DirectoryFollowing(runs),
                new RunSettings(Duration.ofHours(1), readOnly, Map.of()),
                clock);
    }

    /** What the timer does every minute; answers how many were written to. */
    int write(int perHour) {
        WritingFarewells writing = writing(perHour);
        return (int) writing.next().stream().filter(writing::write).count();
    }

    /** What the timer does every hour. */
    public void look() {
        Erasing erasing = erasing();
        erasing.catchUp();
        erasing.eraseDue();
        erasing.due().forEach(erasing::step);
    }

    /** Looks every day until then. */
    public void lookUntil(LocalDate day) {
        for (; today.isBefore(day); today = today.plusDays(1)) {
            look();
        }
    }

    /** Somebody leaves today, or is back. */
    public void becomes(PersonId id, Status status) {
        Person was = harbour.people.byId(id).orElseThrow();
        harbour.people.save(
                new Person(
                        id,
                        was.number(),
                        was.givenName(),
                        was.familyName(),
                        was.email(),
                        status,
                        was.joined(),
                        Optional.empty(),
                        was.dues(),
                        was.origin()));
    }

    /** They belonged since yesterday and lead no longer from today on. */
    void ended(PersonId person, UnitId unit, Role role, Origin origin) {
        harbour.memberships.add(
                new Membership(
                        person,
                        unit,
                        role,
                        new Period(today.minusDays(3), Optional.of(today)),
                        origin));
    }

    private final class Turning extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("the pierhead stays where it is");
        }

        @Override
        public Instant instant() {
            return today.atTime(time).toInstant(ZoneOffset.UTC);
        }
    }
}
