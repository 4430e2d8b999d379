package org.freihafen.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.Accounts;
import org.freihafen.accounts.RecoveryAddresses;
import org.freihafen.ids.PersonId;
import org.freihafen.mail.Addressee.Desk;
import org.freihafen.membership.People;
import org.freihafen.membership.Person;

import java.util.Optional;

/** Where letters go, and what the reader is called. */
@Dependent
public class Addresses {
    private final People people;
    private final Accounts accounts;
    private final RecoveryAddresses confirmed;
    private final Optional<String> memberOffice;
    private final Optional<String> administrators;

    @Inject
    public Addresses(
            People people,
            Accounts accounts,
            RecoveryAddresses confirmed,
            @ConfigProperty(name = "mail.desk.member-office") Optional<String> memberOffice,
            @ConfigProperty(name = "mail.desk.administrators") Optional<String> administrators) {
        this.people = people;
        this.accounts = accounts;
        this.confirmed = confirmed;
        this.memberOffice = memberOffice;
        this.administrators = administrators;
    }

    /** Empty if nobody knows one. */
    Optional<String> of(Addressee addressee) {
        return switch (addressee) {
            case Addressee.ToPerson(PersonId person) ->
                    confirmed.of(person).or(() -> people.byId(person).flatMap(Person::email));
            case Addressee.ToAddress(_, String address) -> Optional.of(address);
            case Addressee.ToDesk(Desk desk) ->
                    switch (desk) {
                        case MEMBER_OFFICE -> memberOffice;
                        case ADMINISTRATORS -> administrators;
                    };
        };
    }

    /** By what the person wants to be called; empty for a desk. */
    String name(Addressee addressee) {
        return switch (addressee) {
            case Addressee.ToPerson(PersonId person) -> name(person);
            case Addressee.ToAddress(PersonId person, _) -> name(person);
            case Addressee.ToDesk _ -> "";
        };
    }

    private String name(PersonId person) {
        return accounts.byId(person).map(Account::displayName).orElse("");
    }
}
