package org.freihafen.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.freihafen.governance.Harbour.as;

import org.freihafen.access.Decision;
import org.freihafen.access.Denied;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.asking.AccessRequest.Outcome;
import org.freihafen.asking.AccessRequest.Stage;
import org.freihafen.asking.AnsweringAccess.Answer;
import org.freihafen.asking.AskingAccess.Plea;
import org.freihafen.governance.Harbour;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.ids.GrantId;
import org.freihafen.mail.Addressee;
import org.freihafen.mail.Posted;
import org.freihafen.mail.Template;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Grantee;
import org.freihafen.shares.Permission;
import org.freihafen.structure.Unit;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.FolderRef;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** AG Digital asks AG Umwelt. */
class AskingTest {
    private static final Set<Permission> READING = Set.of(Permission.READ);
    private static final Set<Permission> ADDING = Set.of(Permission.READ, Permission.CREATE);

    private final Harbour harbour = new Harbour();
    private final Folder minutes =
            done(
                    harbour.creatingFolders()
                            .create(as(harbour.lea), harbour.umwelt.id(), "Protokolle"));

    private Plea plea(Unit of, String folder) {
        return new Plea(
                harbour.digital.id(),
                Part.PEOPLE,
                of.id(),
                folder,
                ADDING,
                Optional.of(harbour.today.plusDays(90)),
                "gemeinsame Website");
    }

    private AccessRequest asked() {
        return done(
                harbour.askingAccess().ask(as(harbour.dan), plea(harbour.umwelt, "Protokolle")));
    }

    private Answer answer(Set<Permission> permissions, LocalDate until) {
        return new Answer(FolderRef.of(minutes), permissions, Optional.of(until));
    }

    private static <T> T done(Decision<T> decision) {
        return switch (decision) {
            case Decision.Done<T>(T value) -> value;
            case Decision.Refused<T>(Refusal why) -> throw new AssertionError(why.toString());
        };
    }

    private static Rule rule(Decision<?> decision) {
        return decision.refusal().map(Refusal::rule).orElseThrow();
    }

    private List<Template> letters(org.freihafen.ids.PersonId to) {
        return harbour.outbox.latest(Set.of(Posted.Stage.values()), Optional.empty(), 100).stream()
                .filter(posted -> posted.letter().to().equals(new Addressee.ToPerson(to)))
                .map(posted -> posted.letter().template())
                .toList();
    }

    @Test
    void what_is_asked_for_waits_for_those_who_lead_the_other_unit_and_they_are_told() {
        AccessRequest request = asked();

        assertThat(harbour.answeringAccess().waiting(as(harbour.lea), harbour.umwelt.id()))
                .containsExactly(request);
        assertThat(harbour.answeringAccess().waiting(as(harbour.max), harbour.umwelt.id()))
                .isEmpty();
        assertThat(letters(harbour.lea)).containsExactly(Template.ACCESS_ASKED);
    }

    @Test
    void the_answer_is_a_grant_to_the_asker_for_the_reason_that_was_asked() {
        AccessRequest request = asked();

        AccessRequest granted =
                done(
                        harbour.answeringAccess()
                                .grant(
                                        as(harbour.lea),
                                        request.id(),
                                        answer(ADDING, harbour.today.plusDays(90))));

        Grant grant =
                harbour.grants
                        .byId(granted.outcome().flatMap(Outcome::grant).orElseThrow())
                        .orElseThrow();
        assertThat(grant.to())
                .isEqualTo(new Grantee.ToGroup(new GroupId(harbour.digital.id(), Part.PEOPLE)));
        assertThat(grant.folder()).isEqualTo(FolderRef.of(minutes));
        assertThat(grant.permissions()).isEqualTo(ADDING);
        assertThat(grant.reason()).isEqualTo("gemeinsame Website");
        assertThat(harbour.accessRequests.answeredWith(grant.id())).contains(granted);
        assertThat(granted.stage()).isEqualTo(Stage.GRANTED);
        assertThat(letters(harbour.dan)).containsExactly(Template.ACCESS_GRANTED);
    }

    @Test
    void less_can_be_granted_but_no_more_than_was_asked() {
        AccessRequest request = asked();
        AnsweringAccess answering = harbour.answeringAccess();

        assertThat(
                        rule(
                                answering.grant(
                                        as(harbour.lea),
                                        request.id(),
                                        answer(
                                                Set.of(Permission.READ, Permission.EDIT),
                                                harbour.today.plusDays(9)))))
                .isEqualTo(Rule.MORE_THAN_ASKED);
        assertThat(
                        rule(
                                answering.grant(
                                        as(harbour.lea),
                                        request.id(),
                                        answer(READING, harbour.today.plusDays(91)))))
                .isEqualTo(Rule.MORE_THAN_ASKED);
        assertThat(
                        rule(
                                answering.grant(
                                        as(harbour.lea),
                                        request.id(),
                                        new Answer(
                                                FolderRef.of(minutes), READING, Optional.empty()))))
                .isEqualTo(Rule.MORE_THAN_ASKED);
        done(
                answering.grant(
                        as(harbour.lea), request.id(), answer(READING, harbour.today.plusDays(9))));

        assertThat(letters(harbour.dan)).containsExactly(Template.ACCESS_GRANTED_LESS);
    }

    @Test
    void a_refusal_needs_its_reason_and_reaches_the_asker() {
        AccessRequest request = asked();
        AnsweringAccess answering = harbour.answeringAccess();

        assertThat(rule(answering.refuse(as(harbour.lea), request.id(), " ")))
                .isEqualTo(Rule.REASON_NEEDED);
        done(answering.refuse(as(harbour.lea), request.id(), "dort steht Privates"));

        assertThat(letters(harbour.dan)).containsExactly(Template.ACCESS_REFUSED);
        assertThat(rule(answering.refuse(as(harbour.lea), request.id(), "noch einmal")))
                .isEqualTo(Rule.ANSWERED_ALREADY);
        assertThat(harbour.grants.all(harbour.today)).isEmpty();
    }

    @Test
    void the_other_leads_of_those_who_answer_learn_of_it() {
        harbour.belong(harbour.ada, harbour.umwelt, org.freihafen.membership.Role.LEAD);
        AccessRequest request = asked();

        done(harbour.answeringAccess().refuse(as(harbour.lea), request.id(), "nein"));

        assertThat(letters(harbour.ada))
                .containsExactlyInAnyOrder(Template.ACCESS_ASKED, Template.ACCESS_ANSWERED_NO);
        assertThat(letters(harbour.lea)).containsExactly(Template.ACCESS_ASKED);
    }

    @Test
    void an_answer_with_somebody_elses_folder_or_by_somebody_else_is_not_there() {
        AccessRequest request = asked();

        assertThat(
                        rule(
                                harbour.answeringAccess()
                                        .grant(
                                                as(harbour.lea),
                                                request.id(),
                                                new Answer(
                                                        FolderRef.whole(harbour.board.id()),
                                                        READING,
                                                        Optional.of(harbour.today)))))
                .isEqualTo(Rule.NOT_FOUND);
        assertThat(rule(harbour.answeringAccess().refuse(as(harbour.dan), request.id(), "selbst")))
                .isEqualTo(Rule.NOT_FOUND);
    }

    @Test
    void the_same_is_asked_once_and_again_after_it_was_taken_back() {
        AccessRequest request = asked();
        AskingAccess asking = harbour.askingAccess();

        assertThat(rule(asking.ask(as(harbour.dan), plea(harbour.umwelt, " protokolle "))))
                .isEqualTo(Rule.ASKED_ALREADY);
        done(asking.withdraw(as(harbour.dan), request.id()));
        assertThat(rule(asking.withdraw(as(harbour.dan), request.id())))
                .isEqualTo(Rule.ANSWERED_ALREADY);
        assertThat(rule(harbour.answeringAccess().refuse(as(harbour.lea), request.id(), "zu spät")))
                .isEqualTo(Rule.ANSWERED_ALREADY);
        done(asking.ask(as(harbour.dan), plea(harbour.umwelt, "Protokolle")));
    }

    @Test
    void the_answer_to_the_asker_is_the_same_whether_there_is_such_a_folder_or_not() {
        Decision<AccessRequest> there =
                harbour.askingAccess().ask(as(harbour.dan), plea(harbour.umwelt, "Protokolle"));
        Decision<AccessRequest> notThere =
                harbour.askingAccess().ask(as(harbour.dan), plea(harbour.umwelt, "Gibtesnicht"));

        assertThat(done(there).stage()).isEqualTo(done(notThere).stage());
    }

    @Test
    void a_discreet_unit_that_one_does_not_know_of_is_not_found() {
        Unit discreet = harbour.discreet("ag-still", "AG Still");

        assertThat(rule(harbour.askingAccess().ask(as(harbour.dan), plea(discreet, ""))))
                .isEqualTo(Rule.NOT_FOUND);
    }

    @Test
    void only_leads_ask_and_never_themselves_nor_a_unit_whose_cloud_is_closed_to_them() {
        AskingAccess asking = harbour.askingAccess();

        assertThatThrownBy(() -> asking.ask(as(harbour.max), plea(harbour.umwelt, "")))
                .isInstanceOf(Denied.class);
        assertThat(rule(asking.ask(as(harbour.dan), plea(harbour.digital, ""))))
                .isEqualTo(Rule.GRANT_TO_SELF);
        assertThat(rule(asking.ask(as(harbour.dan), plea(harbour.board, ""))))
                .isEqualTo(Rule.GRANTEE_NOT_ON_CLOUD);
    }

    @Test
    void nobody_asks_without_end() {
        AskingLimits narrow = new AskingLimits(2, AskingLimits.USUAL.open());
        AskingAccess asking = harbour.askingAccess(narrow);
        done(asking.ask(as(harbour.dan), plea(harbour.umwelt, "eins")));
        done(asking.ask(as(harbour.dan), plea(harbour.umwelt, "zwei")));

        assertThat(rule(asking.ask(as(harbour.dan), plea(harbour.umwelt, "drei"))))
                .isEqualTo(Rule.TOO_MANY_TODAY);
    }

    @Test
    void a_request_that_nobody_answers_lapses_once_and_the_asker_is_told() {
        AccessRequest request =
                done(
                        harbour.askingAccess(new AskingLimits(9, java.time.Duration.ZERO))
                                .ask(as(harbour.dan), plea(harbour.umwelt, "")));
        Lapsing lapsing = harbour.lapsing();

        assertThat(rule(harbour.answeringAccess().refuse(as(harbour.lea), request.id(), "zu spät")))
                .isEqualTo(Rule.ANSWERED_ALREADY);
        assertThat(lapsing.due()).containsExactly(request.id());
        lapsing.lapse(request.id());
        lapsing.lapse(request.id());

        assertThat(lapsing.due()).isEmpty();
        assertThat(harbour.accessRequests.byId(request.id()).map(AccessRequest::stage))
                .contains(Stage.LAPSED);
        assertThat(letters(harbour.dan)).containsExactly(Template.ACCESS_LAPSED);
    }

    @Test
    void a_request_of_a_unit_that_is_gone_lapses() {
        AccessRequest request = asked();
        harbour.units.save(harbour.digital.end());

        harbour.lapsing().lapse(request.id());

        assertThat(harbour.lapsing().due()).isEmpty();
        assertThat(harbour.accessRequests.byId(request.id()).map(AccessRequest::stage))
                .contains(Stage.LAPSED);
    }

    @Test
    void what_the_rules_of_grants_forbid_is_no_answer_either_and_the_request_goes_on_waiting() {
        AccessRequest request = asked();
        Answer answer = answer(READING, harbour.today.minusDays(1));

        assertThat(rule(harbour.answeringAccess().grant(as(harbour.lea), request.id(), answer)))
                .isEqualTo(Rule.END_IN_THE_PAST);
        assertThat(harbour.accessRequests.byId(request.id())).contains(request);
        assertThat(request.outcome().flatMap(Outcome::grant)).isEqualTo(Optional.<GrantId>empty());
    }
}
