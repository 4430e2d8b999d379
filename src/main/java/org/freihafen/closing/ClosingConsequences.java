package org.freihafen.closing;

import org.freihafen.offering.Offer;
import org.freihafen.reach.Difference;
import org.freihafen.reach.Fingerprint;
import org.freihafen.shares.Grant;
import org.freihafen.workspaces.Closing;
import org.freihafen.workspaces.Folder;

import java.util.List;
import java.util.Optional;

/**
 * All that closing a folder, or opening it, brings with it. Nothing has changed yet.
 *
 * @param folder as it is before
 * @param to for whom it stays open; empty for all of the unit's people
 * @param gaps grants by which others would go on seeing it
 * @param withdrawn offers that wait and would let somebody in
 */
public record ClosingConsequences(
        Folder folder,
        Optional<Closing> to,
        List<Gap> gaps,
        List<Offer> withdrawn,
        Difference difference) {

    /** The grants that it ends. */
    public List<Grant> ending() {
        return gaps.stream().filter(gap -> !gap.stays()).map(Gap::grant).toList();
    }

    /** Of all this. Two with the same hash do the same to the same. */
    public String hash() {
        return Fingerprint.of(
                folder,
                to,
                gaps.stream().map(gap -> gap.grant().id() + " " + gap.stays()).toList(),
                withdrawn.stream().map(Offer::id).toList(),
                difference);
    }
}
