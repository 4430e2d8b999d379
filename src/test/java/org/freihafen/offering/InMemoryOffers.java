package org.freihafen.offering;

import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Offers for tests; keeps {@link OffersContract}. */
public final class InMemoryOffers implements Offers {
    private final Map<UUID, Offer> all = new LinkedHashMap<>();

    @Override
    public void add(Offer offer) {
        all.put(offer.id(), offer);
    }

    @Override
    public void save(Offer offer) {
        all.replace(offer.id(), offer);
    }

    @Override
    public Optional<Offer> byId(UUID id) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public List<Offer> to(PersonId person) {
        return those(offer ->
                offer.stage() == Offer.Stage.WAITING
                        && offer.person().filter(person::equals).isPresent());
    }

    @Override
    public List<Offer> by(UnitId unit) {
        return those(offer -> offer.folder().workspace().equals(unit));
    }

    @Override
    public List<Offer> acceptedBecauseOfUnits() {
        return those(offer -> offer.stage() == Offer.Stage.ACCEPTED && offer.because().isPresent());
    }

    private List<Offer> those(Predicate<Offer> which) {
        return all.values().stream()
                .filter(which)
                .sorted(Comparator.comparing(Offer::made).thenComparing(Offer::id))
                .toList();
    }
}
