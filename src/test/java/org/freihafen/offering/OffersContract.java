package org.freihafen.offering;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.ids.GrantId;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.offering.Offer.Stage;
import org.freihafen.shares.Permission;
import org.freihafen.workspaces.FolderRef;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What every {@link Offers} keeps. */
public abstract class OffersContract {
    private static final Instant NOW = Instant.parse("2026-03-01T10:15:30.123456Z");

    protected abstract Offers offers();

    protected abstract PersonId somebody();

    /** One with a workspace. */
    protected abstract UnitId someUnit();

    protected abstract GrantId someGrant();

    private Offer offer(int number, UnitId unit, Optional<PersonId> to, Optional<UnitId> because) {
        return new Offer(
                new UUID(5, number),
                FolderRef.whole(unit),
                "rosa",
                to,
                because,
                Set.of(Permission.READ, Permission.CREATE),
                Optional.of(LocalDate.of(2026, 12, 31)),
                "für den Sommer",
                somebody(),
                NOW.plusSeconds(number),
                NOW.plus(Duration.ofDays(30)),
                Stage.WAITING,
                Optional.empty());
    }

    @Test
    void an_offer_comes_back_as_it_was_made_whether_it_fits_somebody_or_not() {
        Offer fits = offer(1, someUnit(), Optional.of(somebody()), Optional.of(someUnit()));
        Offer fitsNobody = offer(2, someUnit(), Optional.empty(), Optional.empty());
        offers().add(fits);
        offers().add(fitsNobody);

        assertThat(offers().byId(fits.id())).contains(fits);
        assertThat(offers().byId(fitsNobody.id())).contains(fitsNobody);
    }

    @Test
    void it_is_found_by_whom_it_is_for_until_it_is_answered_and_by_whose_it_is() {
        UnitId unit = someUnit();
        PersonId rosa = somebody();
        Offer second = offer(2, unit, Optional.of(rosa), Optional.empty());
        Offer first = offer(1, unit, Optional.of(rosa), Optional.empty());
        Offer another = offer(3, someUnit(), Optional.of(somebody()), Optional.empty());
        offers().add(second);
        offers().add(first);
        offers().add(another);

        assertThat(offers().to(rosa)).containsExactly(first, second);
        Offer declined = first.now(Stage.DECLINED, Optional.empty());
        offers().save(declined);

        assertThat(offers().to(rosa)).containsExactly(second);
        assertThat(offers().by(unit)).containsExactly(declined, second);
    }

    @Test
    void those_accepted_for_a_units_sake_are_known_with_their_grant() {
        UnitId unit = someUnit();
        Offer own = offer(1, unit, Optional.of(somebody()), Optional.empty());
        Offer because = offer(2, unit, Optional.of(somebody()), Optional.of(someUnit()));
        offers().add(own.now(Stage.ACCEPTED, Optional.of(someGrant())));
        offers().add(because);
        assertThat(offers().acceptedBecauseOfUnits()).isEmpty();

        Offer accepted = because.now(Stage.ACCEPTED, Optional.of(someGrant()));
        offers().save(accepted);

        assertThat(offers().acceptedBecauseOfUnits()).containsExactly(accepted);
    }
}
