package org.freihafen.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.accounts.PasswordLink;
import org.freihafen.answers.Asking;
import org.freihafen.asking.AccessRequest;
import org.freihafen.drift.Drift;
import org.freihafen.drift.Drift.Choice;
import org.freihafen.drift.Found;
import org.freihafen.drift.Found.Law;
import org.freihafen.drift.Found.What;
import org.freihafen.enrolment.Roster;
import org.freihafen.enrolment.RosterChange.Kind;
import org.freihafen.governance.Invitation;
import org.freihafen.governance.Invitation.Answer;
import org.freihafen.groups.Part;
import org.freihafen.ids.Ids;
import org.freihafen.ids.InvitationId;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.PlanId;
import org.freihafen.mail.Addressee;
import org.freihafen.mail.Letter;
import org.freihafen.mail.Posted;
import org.freihafen.mail.Template;
import org.freihafen.membership.MemberNumber;
import org.freihafen.privacy.Answered;
import org.freihafen.privacy.Release;
import org.freihafen.privacy.RightsRequest;
import org.freihafen.reconcile.Loss;
import org.freihafen.reconcile.Saying;
import org.freihafen.requests.ChangeRequest;
import org.freihafen.retention.Leftovers;
import org.freihafen.retention.Leftovers.Sort;
import org.freihafen.retention.LeftoversContract;
import org.freihafen.runs.Run;
import org.freihafen.runs.Run.Phase;
import org.freihafen.runs.RunLine;
import org.freihafen.shares.Permission;
import org.freihafen.signin.OneTimeCode;
import org.freihafen.signin.Token;
import org.freihafen.structurefile.StructurePlan;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a database deletes, and what it does not although it is as old. */
abstract class StoredLeftovers extends LeftoversContract {
    private static final Instant OLD = NOON.minus(Duration.ofDays(400));

    private final Ids ids = new Ids(() -> NOON, new Random(5));

    abstract JdbiContract store();

    @Override
    protected Leftovers leftovers() {
        return new JdbiLeftovers(store().jdbi());
    }

    @Override
    protected void leave(Sort sort, Instant over) {
        switch (sort) {
            case RUNS -> run(over, false, Phase.DONE);
            case ROSTERS -> roster(over, Roster.Stage.APPLIED);
            case INVITATIONS -> invitation(over, NOON.plusSeconds(99), Answer.ACCEPTED);
            case STRUCTURE_PLANS ->
                    store().structurePlans()
                            .add(new StructurePlan(new PlanId(ids.next()), over, "", ""));
            case SECRETS -> token(over);
            case RIGHTS -> store().rightsRequests().add(right(over));
            case RELEASES -> store().releases().add(release(over, over));
            case CHANGES -> store().changeRequests().add(change(over));
            case REQUESTS -> store().accessRequests().add(request(over));
            case LETTERS -> store().outbox().add(List.of(letter(over).sending().sent()));
            case ANSWERS ->
                    store().answers()
                            .begin(new Asking(ids.next().toString(), "", over), Duration.ofDays(1));
        }
    }

    private RightsRequest right(Instant answered) {
        PersonId person = store().somebody();
        return new RightsRequest(
                ids.next(),
                person,
                RightsRequest.Right.CORRECTION,
                "-",
                OLD,
                LocalDate.EPOCH,
                Optional.of(new Answered(true, person, answered, "")));
    }

    private Release release(Instant answered, Instant until) {
        PersonId person = store().somebody();
        return new Release(
                ids.next(),
                store().someUnit(),
                person,
                new MemberNumber("7"),
                "-",
                OLD,
                Optional.of(new Answered(true, person, answered, "")),
                Optional.of(person),
                Optional.of(until));
    }

    private AccessRequest request(Instant ended) {
        PersonId person = store().somebody();
        return new AccessRequest(
                ids.next(),
                store().someUnit(),
                Part.PEOPLE,
                store().someUnit(),
                person,
                "",
                Set.of(Permission.READ),
                Optional.empty(),
                "-",
                OLD,
                OLD,
                Optional.of(
                        new AccessRequest.Outcome(
                                AccessRequest.Stage.REFUSED,
                                Optional.of(person),
                                ended,
                                Optional.empty(),
                                "-")));
    }

    private ChangeRequest change(Instant ended) {
        PersonId person = store().somebody();
        return new ChangeRequest(
                ids.next(),
                store().someUnit(),
                person,
                new MemberNumber("7"),
                ChangeRequest.Kind.MOVED,
                "-",
                OLD,
                Optional.empty(),
                Optional.of(new ChangeRequest.Outcome(true, person, ended, "")));
    }

    private Posted letter(Instant made) {
        Addressee to = new Addressee.ToDesk(Addressee.Desk.MEMBER_OFFICE);
        return Posted.fresh(
                new Letter(ids.next(), to, Template.TRIAL, List.of("fact"), Optional.empty()),
                made);
    }

    private Run run(Instant started, boolean full, Phase phase) {
        Run run =
                new Run(
                        ids.run(),
                        "ldap",
                        full,
                        false,
                        phase,
                        started,
                        Optional.of(started),
                        Run.Counts.NONE,
                        Optional.empty(),
                        List.of(new Loss("groups", "", 1, 1)),
                        Optional.empty());
        store().runs().save(run);
        return run;
    }

    private Roster roster(Instant at, Roster.Stage stage) {
        Roster roster =
                new Roster(
                        ids.roster(),
                        at,
                        Optional.of(store().somebody()),
                        "sage",
                        "UTF-8",
                        stage,
                        2,
                        1,
                        Map.of(Kind.JOINER, 2));
        store().rosters().add(roster, new byte[] {1}, Map.of());
        return roster;
    }

    private Invitation invitation(Instant made, Instant until, Answer... answers) {
        Invitation invitation =
                new Invitation(
                        new InvitationId(ids.next()),
                        store().someUnit(),
                        "rosa",
                        store().somebody(),
                        made,
                        until,
                        false,
                        Arrays.stream(answers)
                                .collect(
                                        Collectors.toMap(
                                                _ -> store().somebody(), Function.identity())));
        store().invitations().add(invitation);
        return invitation;
    }

    private Token token(Instant until) {
        UUID id = ids.next();
        Token token =
                new Token(
                        id,
                        store().somebody(),
                        "backup",
                        Token.Scope.READ,
                        id.toString(),
                        OLD,
                        until);
        store().tokens().add(token);
        return token;
    }

    @Test
    void a_run_goes_with_its_lines_in_steps_if_there_are_many() {
        Run old = run(OLD, true, Phase.FAILED);
        store().runs()
                .lines(
                        old.id(),
                        IntStream.rangeClosed(1, 5)
                                .mapToObj(n ->
                                        new RunLine(
                                                n,
                                                Saying.of("group.make", "AG"),
                                                RunLine.Result.APPLIED,
                                                Optional.empty()))
                                .toList());

        assertThat(leftovers().forget(Sort.RUNS, NOON, 3)).isEqualTo(3);
        assertThat(store().runs().byId(old.id())).contains(old);
        assertThat(leftovers().forget(Sort.RUNS, NOON, 3)).isEqualTo(3);
        assertThat(store().runs().byId(old.id())).isEmpty();
        assertThat(store().runs().lines(old.id(), 0, 9)).isEmpty();
    }

    @Test
    void what_waits_and_what_runs_stays_however_old() {
        Run first = run(OLD, true, Phase.HELD);
        Run held = run(OLD, true, Phase.HELD);
        Run running = run(OLD, false, Phase.APPLYING);
        Run later = run(NOON, false, Phase.DONE);

        leftovers().forget(Sort.RUNS, NOON, 99);

        assertThat(store().runs().of("ldap", 9)).containsExactly(later, running, held);
        assertThat(store().runs().byId(first.id())).isEmpty();
    }

    @Test
    void a_release_that_can_still_be_read_stays() {
        store().releases().add(release(OLD, NOON));

        assertThat(leftovers().due(Sort.RELEASES, NOON)).isZero();
        assertThat(leftovers().forget(Sort.RELEASES, NOON, 9)).isZero();
    }

    @Test
    void a_waiting_roster_stays_with_what_it_says() {
        Roster waiting = roster(OLD, Roster.Stage.WAITING);

        assertThat(leftovers().forget(Sort.ROSTERS, NOON, 9)).isZero();
        assertThat(store().rosters().byId(waiting.id())).contains(waiting);
        assertThat(store().rosters().content(waiting.id())).isPresent();
    }

    @Test
    void an_invitation_stays_while_somebody_may_answer_or_see_it() {
        Invitation open = invitation(OLD, NOON, Answer.OPEN);
        Invitation declined = invitation(OLD, NOON, Answer.DECLINED);
        Invitation nobodys = invitation(OLD, NOON);
        Invitation shared = invitation(OLD, NOON, Answer.ACCEPTED, Answer.OPEN);
        Invitation expired = invitation(OLD, NOON.minusSeconds(1), Answer.OPEN);
        Invitation answered = invitation(OLD, NOON, Answer.ACCEPTED, Answer.DECLINED);
        Invitation withdrawn = invitation(OLD, NOON, Answer.OPEN);
        store().invitations().withdraw(withdrawn.id());

        assertThat(leftovers().forget(Sort.INVITATIONS, NOON, 9)).isEqualTo(3);
        assertThat(store().invitations().byId(nobodys.id())).contains(nobodys);
        assertThat(store().invitations().byId(shared.id())).contains(shared);
        assertThat(store().invitations().byId(answered.id())).isEmpty();
        assertThat(store().invitations().byId(withdrawn.id())).isEmpty();
        assertThat(store().invitations().byId(open.id())).contains(open);
        assertThat(store().invitations().byId(declined.id())).contains(declined);
        assertThat(store().invitations().byId(expired.id())).isEmpty();
    }

    @Test
    void what_was_done_by_hand_stays_while_a_word_is_wanted_of_it_or_a_run_is_to_obey_one() {
        Drift waiting = drift(Law.LEFT);
        Drift undone = drift(Law.LEFT);
        Drift ordered = drift(Law.LEFT);
        Drift kept = drift(Law.LEFT);
        Drift followed = drift(Law.FOLLOWED);
        store().drifts().save(done(undone));
        store().drifts().save(answered(ordered, Choice.REPAIR));
        store().drifts().save(answered(kept, Choice.ADOPT));

        assertThat(leftovers().due(Sort.RUNS, NOON)).isEqualTo(3);
        assertThat(leftovers().forget(Sort.RUNS, NOON, 9)).isEqualTo(3);
        assertThat(
                        Stream.of(waiting, undone, ordered, kept, followed)
                                .map(Drift::id)
                                .filter(id -> store().drifts().byId(id).isPresent()))
                .containsExactly(waiting.id(), ordered.id());
    }

    private Drift drift(Law law) {
        UUID id = ids.next();
        Found found =
                new Found(
                        "working",
                        store().someUnit(),
                        What.DELETED,
                        "folder:" + id,
                        Found.Place.WHOLE,
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        law);
        Drift drift = new Drift(id, found, OLD, ids.run(), OLD, Optional.empty(), Optional.empty());
        store().drifts().add(drift);
        return drift;
    }

    private static Drift done(Drift drift) {
        return new Drift(
                drift.id(), drift.found(), OLD, drift.run(), OLD, Optional.of(OLD), drift.answer());
    }

    private Drift answered(Drift drift, Choice choice) {
        return new Drift(
                drift.id(),
                drift.found(),
                OLD,
                drift.run(),
                OLD,
                drift.done(),
                Optional.of(new Drift.Answer(choice, store().somebody(), OLD)));
    }

    @Test
    void a_letter_that_waits_stays_however_old() {
        Posted waiting = letter(OLD);
        store().outbox().add(List.of(waiting));

        assertThat(leftovers().forget(Sort.LETTERS, NOON, 9)).isZero();
        assertThat(store().outbox().byId(waiting.letter().id())).contains(waiting);
    }

    @Test
    void links_and_codes_whose_time_is_up_go_like_tokens() {
        var old = new PasswordLink(store().somebody(), "a", NOON.minusSeconds(1));
        var young = new PasswordLink(store().somebody(), "b", NOON);
        store().passwordLinks().open(old);
        store().passwordLinks().open(young);
        store().oneTimeCodes().open(new OneTimeCode("c", Optional.empty(), NOON.minusSeconds(1)));
        Token token = token(NOON.minusSeconds(1));

        assertThat(leftovers().forget(Sort.SECRETS, NOON, 2)).isEqualTo(2);
        assertThat(leftovers().forget(Sort.SECRETS, NOON, 2)).isOne();
        assertThat(store().tokens().byDigest(token.secretDigest())).isEmpty();
        assertThat(store().passwordLinks().find("a", OLD)).isEmpty();
        assertThat(store().passwordLinks().find("b", OLD)).contains(young);
        assertThat(store().oneTimeCodes().find("c", OLD)).isEmpty();
    }
}
