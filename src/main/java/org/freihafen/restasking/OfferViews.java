package org.freihafen.restasking;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.ids.GrantId;
import org.freihafen.offering.Offer;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Sight;
import org.freihafen.structure.Unit;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.Workspaces;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Offers to people as programs read them. */
@Dependent
class OfferViews {
    private final Sight sight;
    private final Workspaces workspaces;

    @Inject
    OfferViews(Sight sight, Workspaces workspaces) {
        this.sight = sight;
        this.workspaces = workspaces;
    }

    /**
     * An offer.
     *
     * @param by the key of the unit that makes it
     * @param folder its path; empty for the whole workspace
     * @param person a login name or member number as it was written, whether it fits anybody or not
     * @param until the last day on which the grant would hold
     * @param open until when it can be accepted
     * @param grant the id of the grant, once it is accepted
     */
    public record OfferView(
            String id,
            String by,
            String byName,
            Optional<String> folder,
            String person,
            List<String> permissions,
            Optional<LocalDate> until,
            String reason,
            Instant made,
            Instant open,
            Optional<String> grant) {}

    /** Offers, the oldest first. */
    public record OfferList(List<OfferView> offers) {}

    OfferView view(Offer offer) {
        Optional<Unit> by = sight.structure().byId(offer.folder().workspace());
        return new OfferView(
                offer.id().toString(),
                by.map(unit -> sight.keyOf(unit).value()).orElse(""),
                by.map(sight::nameOf).orElse(""),
                offer.folder().folder().flatMap(workspaces::folder).map(Folder::path),
                offer.address(),
                offer.permissions().stream().sorted().map(Fields::spelled).toList(),
                offer.until(),
                offer.reason(),
                offer.made(),
                offer.open(),
                offer.grant().map(GrantId::toString));
    }
}
