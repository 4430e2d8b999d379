package org.freihafen.disuse;

import org.freihafen.access.Access;
import org.freihafen.access.Duties;
import org.freihafen.accounts.Accounts;
import org.freihafen.accounts.Administrators;
import org.freihafen.accounts.RecoveryAddresses;
import org.freihafen.accounts.Use;
import org.freihafen.accounts.Uses;
import org.freihafen.guests.Guests;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.People;
import org.freihafen.reconcile.Limit;
import org.freihafen.runs.RunSettings;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Whom the hourly look would write to, for tests of what that asks a database. */
public final class Listing {
    private Listing() {}

    public static List<PersonId> unused(
            Access access,
            Duties duties,
            Uses uses,
            Accounts accounts,
            People people,
            Guests guests,
            RecoveryAddresses addresses,
            Clock clock) {
        return new Candidates(
                        uses,
                        accounts,
                        people,
                        guests,
                        addresses,
                        new Administrators(access, duties, accounts, clock),
                        new Patience(180, 30, 50, new Limit(2, 1)),
                        new RunSettings(Duration.ofHours(1), false, Map.of()),
                        clock)
                .known().in(DisuseRule.Step.TELL).stream().map(Use::person).toList();
    }
}
