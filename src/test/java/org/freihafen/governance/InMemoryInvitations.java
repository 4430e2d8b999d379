package org.freihafen.governance;

import org.freihafen.ids.InvitationId;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Invitations for tests; keeps the promises of {@link InvitationsContract}. */
public final class InMemoryInvitations implements Invitations {
    private final Map<InvitationId, Invitation> invitations = new LinkedHashMap<>();

    @Override
    public Optional<Invitation> byId(InvitationId id) {
        return Optional.ofNullable(invitations.get(id));
    }

    @Override
    public List<Invitation> openTo(PersonId person, Instant now) {
        return sorted(invitation ->
                invitation.invited().equals(Optional.of(person)) && invitation.openAt(now));
    }

    @Override
    public List<Invitation> listedInto(UnitId unit, Instant now) {
        return sorted(invitation -> invitation.unit().equals(unit) && invitation.listedAt(now));
    }

    private List<Invitation> sorted(Predicate<Invitation> which) {
        return invitations.values().stream()
                .filter(which)
                .sorted(Comparator.comparing(Invitation::made).thenComparing(Invitation::id))
                .toList();
    }

    @Override
    public int madeBy(PersonId person, Instant since) {
        return (int)
                invitations.values().stream()
                        .filter(made -> made.by().equals(person) && !made.made().isBefore(since))
                        .map(made -> List.of(made.unit(), made.addressedTo(), made.made()))
                        .distinct()
                        .count();
    }

    @Override
    public void add(Collection<Invitation> made) {
        made.forEach(invitation -> invitations.put(invitation.id(), invitation));
    }

    @Override
    public void save(Invitation invitation) {
        if (invitations.replace(invitation.id(), invitation) == null) {
            throw new IllegalStateException("no invitation " + invitation.id());
        }
    }
}
