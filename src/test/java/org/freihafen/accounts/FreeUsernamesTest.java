package org.freihafen.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.freihafen.accounts.FreeUsernames.Joiner;
import org.freihafen.ids.PersonId;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

class FreeUsernamesTest {
    private int people;

    @Property
    void login_names_are_free_and_unique_for_all_names(
            @ForAll("joiners") List<Joiner> before,
            @ForAll("joiners") List<Joiner> retired,
            @ForAll("joiners") List<Joiner> joiners) {
        InMemoryAccounts accounts = new InMemoryAccounts();
        give(accounts, new FreeUsernames(accounts).forAll(before));
        List<Username> givenUp = new FreeUsernames(accounts).forAll(retired);
        give(accounts, givenUp);
        for (Username name : givenUp) {
            Account account = accounts.byUsername(name).orElseThrow();
            accounts.save(account.named(new Username("x" + people++)));
        }

        List<Username> names = new FreeUsernames(accounts).forAll(joiners);

        assertThat(names).hasSameSizeAs(joiners).doesNotHaveDuplicates();
        assertThat(accounts.taken(names)).isEmpty();
    }

    @Test
    void namesakes_are_numbered_in_their_order_and_newcomers_go_on_from_there() {
        InMemoryAccounts accounts = new InMemoryAccounts();
        List<Joiner> namesakes = Collections.nCopies(1000, new Joiner("Anna", "Müller"));
        List<Username> first = new FreeUsernames(accounts).forAll(namesakes);
        give(accounts, first);

        List<Username> second = new FreeUsernames(accounts).forAll(namesakes.subList(0, 50));

        assertThat(first.getFirst()).isEqualTo(new Username("anna.mueller"));
        assertThat(first.getLast()).isEqualTo(new Username("anna.mueller1000"));
        assertThat(second.getFirst()).isEqualTo(new Username("anna.mueller1001"));
    }

    @Property
    void a_display_name_never_shows_the_family_name(
            @ForAll("names") String given, @ForAll("names") String family) {
        String shown = DisplayNameDesign.of(given, family);

        if (family.codePoints().filter(Character::isLetter).count() > 1
                && !given.contains(family)) {
            assertThat(shown).doesNotContain(family.strip());
        }
    }

    private void give(InMemoryAccounts accounts, Collection<Username> names) {
        List<Account> made = new ArrayList<>();
        for (Username name : names) {
            PersonId id = new PersonId(new UUID(7, people++));
            made.add(new Account(id, name, "", Account.State.ACTIVE, false));
        }
        accounts.add(made);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.oneOf(
                Arbitraries.of("Anna", "Müller", "O'Neill", "d’Angelo", "李", "", "-", "42", "Ğ. Ø"),
                Arbitraries.strings().ofMaxLength(60));
    }

    @Provide
    Arbitrary<List<Joiner>> joiners() {
        return Combinators.combine(names(), names()).as(Joiner::new).list().ofMaxSize(12);
    }
}
