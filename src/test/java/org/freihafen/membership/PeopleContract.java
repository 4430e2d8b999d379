package org.freihafen.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.freihafen.ids.PersonId;
import org.freihafen.membership.Person.Dues;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What every {@link People} keeps. */
public abstract class PeopleContract {
    protected abstract People people();

    private static PersonId id(int n) {
        return new PersonId(new UUID(7, n));
    }

    private static final Person ROSA =
            new Person(
                    id(1),
                    Optional.of(new MemberNumber("A-0001")),
                    "Rosa",
                    "Öztürk-Weiß",
                    Optional.of("Paar@Example.org"),
                    Status.MEMBER,
                    Optional.of(LocalDate.of(2019, 2, 28)),
                    Optional.empty(),
                    new Dues(-1250, 2),
                    Origin.REGISTER);
    private static final Person KARL =
            new Person(
                    id(2),
                    Optional.of(new MemberNumber("A-0002")),
                    "Karl",
                    "Weiß",
                    Optional.of("paar@example.org"),
                    Status.LEFT,
                    Optional.of(LocalDate.of(2001, 1, 1)),
                    Optional.of(LocalDate.of(2026, 12, 31)),
                    Dues.NONE,
                    Origin.REGISTER);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 31);
    private static final Person GUEST =
            new Person(
                    id(3),
                    Optional.empty(),
                    "",
                    "Gast",
                    Optional.empty(),
                    Status.GUEST,
                    Optional.empty(),
                    Optional.empty(),
                    Dues.NONE,
                    Origin.INVITATION);

    @Test
    void somebody_comes_back_as_they_were_added() {
        People people = people();
        people.add(List.of(ROSA, KARL));
        people.add(GUEST);
        assertThat(people.byId(id(1))).contains(ROSA);
        assertThat(people.byId(id(3))).contains(GUEST);
        assertThat(people.lock(id(1))).contains(ROSA);
        assertThat(people.byNumber(new MemberNumber("A-0002"))).contains(KARL);
        assertThat(people.byIds(Set.of(id(1), id(3), id(9))))
                .isEqualTo(Map.of(id(1), ROSA, id(3), GUEST));
    }

    @Test
    void nobody_is_found_where_nobody_is() {
        assertThat(people().byId(id(1))).isEmpty();
        assertThat(people().lock(id(1))).isEmpty();
        assertThat(people().byIds(Set.of())).isEmpty();
        assertThat(people().byNumber(new MemberNumber("1"))).isEmpty();
    }

    @Test
    void an_address_finds_all_who_share_it_whatever_its_case() {
        People people = people();
        people.add(List.of(ROSA, KARL, GUEST));
        assertThat(people.byEmail("PAAR@example.ORG")).containsExactlyInAnyOrder(ROSA, KARL);
        assertThat(people.byEmail("")).isEmpty();
    }

    @Test
    void somebody_is_due_from_the_day_of_leaving_on_until_they_left() {
        People people = people();
        people.add(List.of(KARL, GUEST, leaving(ROSA, Status.MEMBER)));

        assertThat(people.anybodyDue(LAST_DAY.minusDays(1))).isFalse();
        assertThat(people.anybodyDue(LAST_DAY)).isTrue();

        people.save(leaving(ROSA, Status.LEFT));
        assertThat(people.anybodyDue(LAST_DAY)).isFalse();
    }

    private static Person leaving(Person person, Status status) {
        return new Person(
                person.id(),
                person.number(),
                person.givenName(),
                person.familyName(),
                person.email(),
                status,
                person.joined(),
                Optional.of(LAST_DAY),
                person.dues(),
                person.origin());
    }

    @Test
    void somebody_is_changed() {
        People people = people();
        people.add(ROSA);
        Person changed =
                new Person(
                        id(1),
                        Optional.of(new MemberNumber("B-7")),
                        "Rosa",
                        "Weiß",
                        Optional.empty(),
                        Status.UNDER_APPEAL,
                        Optional.empty(),
                        Optional.empty(),
                        Dues.NONE,
                        Origin.REGISTER);
        people.save(changed);
        assertThat(people.byId(id(1))).contains(changed);
        assertThat(people.byEmail("paar@example.org")).isEmpty();
        assertThat(people.byNumber(new MemberNumber("A-0001"))).isEmpty();
    }

    @Test
    void numbers_find_those_who_have_them() {
        MemberNumber karls = new MemberNumber("A-0002");
        people().add(List.of(ROSA, KARL));

        assertThat(people().byNumbers(Set.of(karls, new MemberNumber("A-0003"))))
                .isEqualTo(Map.of(karls, KARL.id()));
        assertThat(people().byNumbers(Set.of())).isEmpty();
    }

    @Test
    void a_member_number_is_given_once() {
        People people = people();
        people.add(ROSA);
        Person other =
                new Person(
                        id(4),
                        ROSA.number(),
                        "Eva",
                        "Eis",
                        Optional.empty(),
                        Status.MEMBER,
                        Optional.empty(),
                        Optional.empty(),
                        Dues.NONE,
                        Origin.REGISTER);
        assertThatThrownBy(() -> people.add(other)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void who_was_never_added_cannot_be_saved() {
        People people = people();
        assertThatThrownBy(() -> people.save(ROSA)).isInstanceOf(IllegalStateException.class);
    }
}
