package org.freihafen.identity;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.MemberNumber;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Memberships;
import org.freihafen.membership.Origin;
import org.freihafen.reconcile.State;
import org.freihafen.roster.RosterEntry;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts side by side whom open questions are about; of those who left, with their last district. */
@Dependent
public class ComparingPeople {
    private final Memberships memberships;

    @Inject
    public ComparingPeople(Memberships memberships) {
        this.memberships = memberships;
    }

    /**
     * Compares.
     *
     * @param known who is known, and whose number stands in the file or who is present
     * @param former who is gone and may be meant by somebody new
     * @param ids by member number, of everybody in both
     * @param listed what the file says
     */
    public List<Likeness> of(
            List<Question> open,
            State<MemberNumber, RosterEntry> known,
            Map<MemberNumber, RosterEntry> former,
            Map<MemberNumber, PersonId> ids,
            State<MemberNumber, RosterEntry> listed) {
        Map<MemberNumber, RosterEntry> gone = new HashMap<>();
        List<Likeness> found =
                open.stream()
                        .map(question ->
                                new Likeness(
                                        question,
                                        listed.get(question.about()).orElseThrow(),
                                        other(question, known, former, listed)))
                        .toList();
        found.forEach(each ->
                each.other()
                        .filter(held -> !held.present())
                        .ifPresent(held -> gone.put(held.number(), held)));
        Map<MemberNumber, UnitId> places = lastPlaces(gone, ids);
        return found.stream()
                .map(each ->
                        new Likeness(each.question(), each.line(), placed(each.other(), places)))
                .toList();
    }

    private static Optional<RosterEntry> other(
            Question question,
            State<MemberNumber, RosterEntry> known,
            Map<MemberNumber, RosterEntry> former,
            State<MemberNumber, RosterEntry> listed) {
        return switch (question.kind()) {
            case ERASED -> Optional.empty();
            case RETURNED -> known.get(question.about());
            case TWICE -> question.other().flatMap(listed::get);
            case NUMBER_CHANGED ->
                    question.other()
                            .flatMap(old ->
                                    known.get(old).or(() -> Optional.ofNullable(former.get(old))));
        };
    }

    private static Optional<RosterEntry> placed(
            Optional<RosterEntry> entry, Map<MemberNumber, UnitId> places) {
        return entry.map(
                held -> Optional.ofNullable(places.get(held.number())).map(held::in).orElse(held));
    }

    /** Where those who left were on their last day; many leave on the same. */
    private Map<MemberNumber, UnitId> lastPlaces(
            Map<MemberNumber, RosterEntry> gone, Map<MemberNumber, PersonId> ids) {
        Map<PersonId, MemberNumber> numbers = new HashMap<>();
        Map<LocalDate, Set<PersonId>> byDay = new HashMap<>();
        gone.forEach((number, entry) ->
                entry.left()
                        .ifPresent(left -> {
                            PersonId person = ids.get(number);
                            if (person != null) {
                                numbers.put(person, number);
                                byDay.computeIfAbsent(left.minusDays(1), _ -> new HashSet<>())
                                        .add(person);
                            }
                        }));
        Map<MemberNumber, UnitId> places = new HashMap<>();
        byDay.forEach((day, people) -> {
            for (Membership membership : memberships.of(people, day)) {
                MemberNumber number = numbers.get(membership.person());
                if (membership.origin() == Origin.REGISTER && number != null) {
                    places.put(number, membership.unit());
                }
            }
        });
        return places;
    }
}
