package org.freihafen.arrival;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.accounts.Account;

/** An account comes back to whoever made it theirs; anybody else is invited to do so anew. */
@Dependent
public class ComingBack {
    private final Acceptances acceptances;
    private final Arrivals arrivals;

    @Inject
    public ComingBack(Acceptances acceptances, Arrivals arrivals) {
        this.acceptances = acceptances;
        this.arrivals = arrivals;
    }

    /** The account as it is from now on, to be stored by the caller. */
    public Account of(Account suspended) {
        if (acceptances.of(suspended.id()).isPresent()) {
            return suspended.in(Account.State.ACTIVE);
        }
        arrivals.forget(suspended.id());
        return suspended.in(Account.State.INVITED);
    }
}
