package org.freihafen.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.freihafen.accounts.Account;
import org.freihafen.accounts.Username;
import org.freihafen.identity.Question;
import org.freihafen.identity.Question.Reply;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** What holds for all rosters, whatever stood in the one before. */
class RosterLawsTest {
    private static final String STRUCTURE =
            """
            key;name;kind;parent;ags
            b;Bund;federation;;
            s;Sachsen;state;b;14
            d0;Chemnitz;district;s;14511
            d1;Dresden;district;s;14612
            d2;Leipzig;district;s;14713
            """;
    private static final String HEADER =
            "Mitgliedsnummer;Vorname;Nachname;E-Mail;Eintritt;Austritt;Kreisschlüssel;Saldo;Mahnstufe\n";
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);

    @Property(tries = 150)
    void a_roster_that_was_applied_leaves_nothing_to_do(@ForAll("rosters") List<String> lines) {
        Office office = office();
        office.enroll(file(lines));

        assertThat(office.waiting(file(lines)).changes()).isEmpty();
    }

    @Property(tries = 150)
    void the_order_of_lines_does_not_matter(
            @ForAll("rosters") List<String> before,
            @ForAll("rosters") List<String> after,
            @ForAll Random random) {
        List<String> shuffled = new ArrayList<>(after);
        Collections.shuffle(shuffled, random);
        Office office = office();
        office.enroll(file(before));

        assertThat(office.waiting(file(shuffled)).hash())
                .isEqualTo(office.waiting(file(after)).hash());
    }

    @Property(tries = 150)
    void from_any_roster_to_any_other_one_approval_suffices_and_everybody_is_where_it_says(
            @ForAll("rosters") List<String> before,
            @ForAll("rosters") List<String> between,
            @ForAll("rosters") List<String> after) {
        Office office = office();
        office.enroll(file(before));
        office.calendar.turnTo(OCTOBER.plusMonths(1));
        office.enroll(file(between));
        office.enroll(file(after));

        assertThat(office.waiting(file(after)).changes()).isEmpty();
        Set<String> there = new HashSet<>();
        for (String line : after) {
            String[] fields = line.split(";", -1);
            boolean present = fields[5].isEmpty();
            there.add(fields[0]);
            assertThat(office.places(fields[0]))
                    .containsExactlyElementsOf(present ? List.of(district(fields[6])) : List.of());
            if (present) {
                assertThat(office.account(fields[0]).state())
                        .isIn(Account.State.INVITED, Account.State.ACTIVE);
            }
        }
        office.people
                .all()
                .forEach(person -> {
                    String number = person.number().orElseThrow().value();
                    if (!there.contains(number)) {
                        assertThat(person.status().present()).isFalse();
                        assertThat(office.places(number)).isEmpty();
                        office.accounts
                                .byId(person.id())
                                .ifPresent(account ->
                                        assertThat(account.state())
                                                .isEqualTo(Account.State.SUSPENDED));
                    }
                });
    }

    @Property(tries = 150)
    void no_login_name_is_ever_given_to_two_people(
            @ForAll("rosters") List<String> before, @ForAll("rosters") List<String> after) {
        Office office = office();
        office.enroll(file(before));
        office.enroll(file(after));

        List<Username> names = new ArrayList<>();
        office.accounts.forEach(account -> names.add(account.username()));
        assertThat(names).doesNotHaveDuplicates();
    }

    /** Namesakes are namesakes here, whatever is proposed. */
    private static Office office() {
        Office office = new Office(STRUCTURE);
        office.habit =
                question -> question.kind() == Question.Kind.RETURNED ? Reply.SAME : Reply.OTHER;
        return office;
    }

    private static String district(String officialKey) {
        return switch (officialKey) {
            case "14511" -> "d0";
            case "14612" -> "d1";
            default -> "d2";
        };
    }

    private static String file(List<String> lines) {
        return HEADER + String.join("\n", lines) + "\n";
    }

    /** At least one person, few names, so that many are alike. */
    @Provide
    Arbitrary<List<String>> rosters() {
        Arbitrary<String> names =
                Arbitraries.of("Rosa", "Ümit", "d'Angelo", "Weiß-Öz", "李", "Anna", "", "O''Neill");
        Arbitrary<String> lines =
                Combinators.combine(
                                names,
                                Arbitraries.of("Meier", "Müller", "Čapek", "王", "-"),
                                Arbitraries.of("", "paar@example.org", "eins@example.org"),
                                Arbitraries.of("", "01.09.2026", "01.10.2026"),
                                Arbitraries.of("14511", "14612", "14713"),
                                Arbitraries.of("0,00", "-12,50", "1.000,00"))
                        .as((given, family, email, left, place, balance) ->
                                "%s;%s;%s;01.02.2003;%s;%s;%s;1"
                                        .formatted(given, family, email, left, place, balance));
        return lines.list()
                .ofMinSize(1)
                .ofMaxSize(15)
                .flatMap(all ->
                        Arbitraries.integers()
                                .between(1, 20)
                                .list()
                                .uniqueElements()
                                .ofSize(all.size())
                                .map(numbers -> numbered(numbers, all)));
    }

    private static List<String> numbered(List<Integer> numbers, List<String> lines) {
        List<String> numbered = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            numbered.add(numbers.get(i) + ";" + lines.get(i));
        }
        return numbered.stream().collect(Collectors.toList());
    }
}
