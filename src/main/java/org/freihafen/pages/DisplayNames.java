package org.freihafen.pages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import org.freihafen.accounts.Account;
import org.freihafen.accounts.Accounts;
import org.freihafen.ids.PersonId;

/** What people are called on pages. */
@RequestScoped
public class DisplayNames {
    @Inject private Accounts accounts;
    @Inject private PageWords words;

    public String of(PersonId person) {
        return accounts.byId(person).map(Account::displayName).orElse(words.say("who.unknown"));
    }
}
