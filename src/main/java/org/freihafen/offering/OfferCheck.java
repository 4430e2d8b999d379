package org.freihafen.offering;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.ceilings.CeilingRule;
import org.freihafen.ceilings.Ceilings;
import org.freihafen.membership.Period;
import org.freihafen.shares.GrantRule;
import org.freihafen.shares.Grantee;
import org.freihafen.structure.Entrants;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.Units;
import org.freihafen.workspaces.FolderRef;
import org.freihafen.workspaces.Workspace;
import org.freihafen.workspaces.Workspaces;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** Whether the rules of grants let a unit give what it offers, today; asked again on accepting. */
@Dependent
public class OfferCheck {
    private final Units units;
    private final Workspaces workspaces;
    private final Ceilings ceilings;
    private final Entrants entrants;
    private final Clock clock;

    @Inject
    public OfferCheck(
            Units units, Workspaces workspaces, Ceilings ceilings, Entrants entrants, Clock clock) {
        this.units = units;
        this.workspaces = workspaces;
        this.ceilings = ceilings;
        this.entrants = entrants;
        this.clock = clock;
    }

    Optional<Refusal> terms(Offer offer) {
        Structure structure = units.structure();
        Optional<Unit> giver = structure.heir(offer.folder().workspace());
        Optional<Workspace> workspace = workspaces.of(offer.folder().workspace());
        if (giver.isEmpty() || isForeign(offer.folder())) {
            return Optional.of(Refusal.by(Rule.NOT_FOUND, offer.folder().toString()));
        }
        if (giver.get().ended()) {
            return Optional.of(Refusal.by(Rule.UNIT_ENDED, giver.get().name()));
        }
        if (workspace.isEmpty()) {
            return Optional.of(Refusal.by(Rule.NO_WORKSPACE, giver.get().kind().name()));
        }
        String cloud = workspace.get().cloud();
        LocalDate today = LocalDate.now(clock);
        Period term = term(offer, today);
        Grantee somebody = new Grantee.ToPerson(offer.person().orElse(offer.madeBy()));
        return GrantRule.checkOutward(somebody, Optional.empty(), entrants, cloud)
                .or(() ->
                        GrantRule.checkTerms(Grantee.Kind.PERSON, offer.permissions(), term, today))
                .or(() ->
                        CeilingRule.check(
                                ceilings.over(structure, giver.get(), cloud), somebody, term));
    }

    static Period term(Offer offer, LocalDate today) {
        return new Period(today, offer.until().map(day -> day.plusDays(1)));
    }

    private boolean isForeign(FolderRef ref) {
        return ref.folder().isPresent()
                && workspaces
                        .folder(ref.folder().get())
                        .filter(folder -> folder.unit().equals(ref.workspace()))
                        .isEmpty();
    }
}
