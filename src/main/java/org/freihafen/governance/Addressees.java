package org.freihafen.governance;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.accounts.Account;
import org.freihafen.accounts.Accounts;
import org.freihafen.accounts.Username;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.MemberNumber;
import org.freihafen.membership.People;
import org.freihafen.membership.Person;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whom an address means: a login name, a member number, or everybody with an e-mail address. */
@Dependent
public class Addressees {
    private final Accounts accounts;
    private final People people;

    @Inject
    public Addressees(Accounts accounts, People people) {
        this.accounts = accounts;
        this.people = people;
    }

    /** All three are looked up every time, so that the time taken tells nothing. */
    List<PersonId> fitting(String address) {
        Set<PersonId> fitting = new LinkedHashSet<>();
        String username = Username.allowed(address) ? address : "xx";
        String number = MemberNumber.allowed(address) ? address : "-";
        Optional<PersonId> byLogin =
                accounts.byUsername(new Username(username))
                        .filter(Account::usable)
                        .map(Account::id);
        Optional<Person> byNumber = people.byNumber(new MemberNumber(number));
        List<Person> byEmail = people.byEmail(address);
        byLogin.ifPresent(fitting::add);
        byNumber.filter(person -> person.status().present())
                .map(Person::id)
                .ifPresent(fitting::add);
        byEmail.stream()
                .filter(person -> person.status().present())
                .map(Person::id)
                .forEach(fitting::add);
        return new ArrayList<>(fitting);
    }
}
