package org.freihafen.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.access.Actor;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Origin;
import org.freihafen.membership.Period;
import org.freihafen.membership.Role;
import org.freihafen.privacy.Answered;
import org.freihafen.privacy.Held;
import org.freihafen.privacy.Held.Field;
import org.freihafen.privacy.Held.Value;
import org.freihafen.privacy.RightsRequest;
import org.freihafen.reconcile.Saying;
import org.freihafen.runs.Run;
import org.freihafen.runs.RunLine;
import org.freihafen.signin.Token;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** What a database tells of one person. */
abstract class StoredRecord {
    private static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");

    private final Ids ids = new Ids(() -> NOON, new Random(3));

    abstract JdbiContract store();

    private List<Field> told(PersonId person, String part) {
        return new JdbiHeld(store().jdbi())
                .of(person).stream()
                        .filter(each -> each.name().equals(part))
                        .flatMap(each -> each.entries().stream())
                        .flatMap((Held.Entry entry) -> entry.fields().stream())
                        .toList();
    }

    @Test
    void what_is_held_of_somebody_is_told_and_nothing_of_others() {
        PersonId rosa = store().somebody();
        PersonId emil = store().somebody();
        UnitId unit = store().someUnit();
        store().memberships()
                .add(
                        new Membership(
                                rosa,
                                unit,
                                Role.LEAD,
                                Period.since(LocalDate.EPOCH),
                                Origin.ELECTION));
        store().tokens()
                .add(
                        new Token(
                                ids.next(),
                                rosa,
                                "Büro",
                                Token.Scope.READ,
                                "the digest",
                                NOON,
                                NOON));

        assertThat(told(rosa, "register"))
                .contains(new Field("family_name", new Value.Text("Weiß")))
                .doesNotContain(new Field("id", new Value.Text(emil.toString())));
        assertThat(told(rosa, "memberships"))
                .contains(new Field("unit", new Value.InUnit(unit)))
                .contains(new Field("since", new Value.Day(LocalDate.EPOCH)));
        assertThat(told(rosa, "secrets"))
                .contains(new Field("name", new Value.Text("Büro")))
                .extracting(Field::toString)
                .noneMatch(field -> field.contains("the digest"));
        assertThat(told(emil, "memberships")).isEmpty();
        assertThat(told(emil, "secrets")).isEmpty();
    }

    @Test
    void lines_of_the_trail_tell_of_oneself_and_mask_everybody_else() {
        PersonId rosa = store().somebody();
        PersonId emil = store().somebody();
        Trail trail = store().trail(() -> NOON);
        trail.append(AuditEntry.of(Actor.of(emil), "lead.named", rosa.value()).because("gewählt"));
        trail.append(AuditEntry.of(Actor.of(rosa), "folder.created"));
        trail.append(AuditEntry.of(Actor.of(emil), "folder.created"));

        assertThat(told(rosa, "audit"))
                .containsOnlyOnce(new Field("reason", new Value.Text("gewählt")))
                .containsOnlyOnce(new Field("actor", new Value.Somebody(false)))
                .containsOnlyOnce(new Field("actor", new Value.Somebody(true)));
    }

    @Test
    void what_somebody_asked_for_is_told_to_them_and_not_to_whoever_answered() {
        PersonId rosa = store().somebody();
        PersonId office = store().somebody();
        UUID id = ids.next();
        Answered answer = new Answered(true, office, NOON, "stimmt");
        store().rightsRequests().add(corrected(id, rosa, Optional.empty()));
        store().rightsRequests().save(corrected(id, rosa, Optional.of(answer)));

        assertThat(told(rosa, "rights"))
                .contains(new Field("words", new Value.Text("Weiß statt Weiss")));
        assertThat(told(office, "rights"))
                .contains(new Field("reason", new Value.Text("stimmt")))
                .extracting(Field::toString)
                .noneMatch(field -> field.contains("Weiss"));
    }

    private static RightsRequest corrected(UUID id, PersonId person, Optional<Answered> answered) {
        return new RightsRequest(
                id,
                person,
                RightsRequest.Right.CORRECTION,
                "Weiß statt Weiss",
                NOON,
                LocalDate.EPOCH,
                answered);
    }

    @Test
    void lines_of_runs_name_nobody_else() {
        PersonId rosa = store().somebody();
        PersonId emil = store().somebody();
        Run run =
                new Run(
                        ids.run(),
                        "ldap",
                        true,
                        false,
                        Run.Phase.DONE,
                        NOON,
                        Optional.of(NOON),
                        Run.Counts.NONE,
                        Optional.empty(),
                        List.of(),
                        Optional.empty());
        store().runs().save(run);
        store().runs()
                .lines(
                        run.id(),
                        List.of(
                                new RunLine(
                                        1,
                                        Saying.of("literally", rosa + " and " + emil),
                                        RunLine.Result.APPLIED,
                                        Optional.empty())));

        assertThat(told(rosa, "runs"))
                .contains(new Field("line", new Value.Text("literally " + rosa + " and …")));
    }
}
