package org.freihafen.governance;

import org.freihafen.governance.Invitation.Answer;
import org.freihafen.ids.InvitationId;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;

import java.time.Instant;
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
        return sorted(invitation -> invitation.openTo(person, now));
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
                        .count();
    }

    @Override
    public void add(Invitation made) {
        invitations.put(made.id(), made);
    }

    @Override
    public void answer(InvitationId id, PersonId guest, Answer answer) {
        Invitation asked = there(id);
        Map<PersonId, Answer> guests = new LinkedHashMap<>(asked.guests());
        if (guests.replace(guest, answer) == null) {
            throw new IllegalStateException("no invitation " + id + " to " + guest);
        }
        add(changed(asked, asked.withdrawn(), guests));
    }

    @Override
    public void withdraw(InvitationId id) {
        Invitation asked = there(id);
        add(changed(asked, true, asked.guests()));
    }

    private Invitation there(InvitationId id) {
        return byId(id).orElseThrow(() -> new IllegalStateException("no invitation " + id));
    }

    private static Invitation changed(
            Invitation asked, boolean withdrawn, Map<PersonId, Answer> guests) {
        return new Invitation(
                asked.id(),
                asked.unit(),
                asked.addressedTo(),
                asked.by(),
                asked.made(),
                asked.until(),
                withdrawn,
                guests);
    }
}
