package org.freihafen.closing;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.access.Actor;
import org.freihafen.ids.GrantId;
import org.freihafen.offering.Offer;
import org.freihafen.offering.OfferingGrants;
import org.freihafen.reach.Situation;
import org.freihafen.shares.Grants;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.workspaces.Closing;
import org.freihafen.workspaces.ClosingRule;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.Workspaces;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** All by which others would go on seeing a folder that is closed, or come to see it. */
@Dependent
public class Openings {
    private final Workspaces workspaces;
    private final Grants grants;
    private final OfferingGrants offering;
    private final Clock clock;

    @Inject
    public Openings(Workspaces workspaces, Grants grants, OfferingGrants offering, Clock clock) {
        this.workspaces = workspaces;
        this.grants = grants;
        this.offering = offering;
        this.clock = clock;
    }

    /**
     * The grants.
     *
     * @param to for whom it stays open
     * @param staying those that are to stay
     */
    List<Gap> gaps(
            Folder folder, Closing to, Unit owner, Structure structure, Set<GrantId> staying) {
        return ClosingRule.group(owner, to, structure)
                .map(insiders ->
                        GapRule.gaps(
                                folder,
                                insiders,
                                workspaces.folders(folder.unit()),
                                grants.by(folder.unit(), LocalDate.now(clock)),
                                staying))
                .orElse(List.of());
    }

    /** Offers that wait for an answer. */
    List<Offer> offers(Actor actor, Folder folder) {
        List<Folder> folders = workspaces.folders(folder.unit());
        return offering.listed(actor, folder.unit()).stream()
                .filter(offer -> GapRule.place(offer.folder(), folder, folders).isPresent())
                .toList();
    }

    /** Whether there is a grant or an offer at all. */
    boolean any(Actor actor, Folder folder, Closing to, Unit owner, Structure structure) {
        return !gaps(folder, to, owner, structure, Set.of()).isEmpty()
                || !offers(actor, folder).isEmpty();
    }

    /** As it is once the folder has changed and the gaps that do not stay are shut. */
    static Situation shut(Situation now, Folder changed, List<Gap> gaps) {
        Set<GrantId> ending =
                gaps.stream()
                        .filter(gap -> !gap.stays())
                        .map(gap -> gap.grant().id())
                        .collect(Collectors.toSet());
        return now.having(
                now.folders().stream()
                        .map(folder -> folder.id().equals(changed.id()) ? changed : folder)
                        .toList(),
                now.grants().stream().filter(grant -> !ending.contains(grant.id())).toList());
    }
}
