package org.freihafen.identity;

import org.freihafen.identity.Question.Kind;
import org.freihafen.identity.Question.Reply;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.MemberNumber;
import org.freihafen.reconcile.State;
import org.freihafen.roster.RosterEntry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known and what a roster says, with what was answered. Whom an open question is about
 * stands in neither.
 *
 * @param ids of everybody who is known, under the number that the roster uses
 * @param withGroups who gets former groups back
 * @param open what nobody answered yet
 */
public record Identified(
        State<MemberNumber, RosterEntry> known,
        Map<MemberNumber, PersonId> ids,
        State<MemberNumber, RosterEntry> desired,
        Set<MemberNumber> withGroups,
        List<Question> open) {

    /**
     * Takes the answers in; costs nothing where there is nothing to ask. Whoever was erased and is
     * listed as gone stays erased.
     */
    public static Identified of(
            State<MemberNumber, RosterEntry> known,
            Map<MemberNumber, PersonId> ids,
            Map<MemberNumber, RosterEntry> former,
            Set<MemberNumber> erased,
            State<MemberNumber, RosterEntry> desired,
            List<Question> questions,
            Map<String, Reply> replies) {
        if (questions.isEmpty() && erased.isEmpty()) {
            return new Identified(known, ids, desired, Set.of(), List.of());
        }
        Map<MemberNumber, RosterEntry> knownNow = map(known);
        Map<MemberNumber, RosterEntry> desiredNow = map(desired);
        Map<MemberNumber, PersonId> idsNow = new HashMap<>(ids);
        Set<MemberNumber> withGroups = new HashSet<>();
        List<Question> open = new ArrayList<>();
        for (MemberNumber number : erased) {
            dropGone(number, desiredNow);
        }
        for (Question question : questions) {
            Reply reply = replies.get(question.key());
            MemberNumber about = question.about();
            boolean stays =
                    Set.of(Kind.RETURNED, Kind.ERASED).contains(question.kind())
                            && reply == Reply.OTHER;
            if (reply == null || stays) {
                knownNow.remove(about);
                desiredNow.remove(about);
                if (question.kind() == Kind.NUMBER_CHANGED) {
                    question.other()
                            .ifPresent(old -> {
                                knownNow.remove(old);
                                dropGone(old, desiredNow);
                            });
                }
                if (reply == null) {
                    open.add(question);
                }
            } else if (reply != Reply.OTHER) {
                switch (question.kind()) {
                    case RETURNED, ERASED -> {}
                    case TWICE -> desiredNow.remove(about);
                    case NUMBER_CHANGED -> {
                        MemberNumber old = question.other().orElseThrow();
                        RosterEntry was =
                                Optional.ofNullable(knownNow.remove(old)).orElse(former.get(old));
                        PersonId person = idsNow.remove(old);
                        if (was == null || person == null) {
                            desiredNow.remove(about);
                            open.add(question);
                        } else {
                            dropGone(old, desiredNow);
                            knownNow.put(about, was);
                            idsNow.put(about, person);
                        }
                    }
                }
                if (reply == Reply.SAME_WITH_GROUPS) {
                    withGroups.add(about);
                }
            }
        }
        return new Identified(
                State.of(knownNow),
                idsNow,
                State.of(desiredNow),
                Set.copyOf(withGroups),
                List.copyOf(open));
    }

    /** A line by which a number is given up says nothing more. */
    private static void dropGone(MemberNumber number, Map<MemberNumber, RosterEntry> desired) {
        desired.computeIfPresent(number, (_, entry) -> entry.present() ? entry : null);
    }

    private static Map<MemberNumber, RosterEntry> map(State<MemberNumber, RosterEntry> state) {
        Map<MemberNumber, RosterEntry> map = new HashMap<>();
        state.forEach(map::put);
        return map;
    }
}
