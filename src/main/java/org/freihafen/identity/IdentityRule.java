package org.freihafen.identity;

import org.freihafen.identity.Question.Kind;
import org.freihafen.identity.Question.Reply;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.MemberNumber;
import org.freihafen.membership.Tombstones.Cause;
import org.freihafen.reconcile.State;
import org.freihafen.roster.RosterEntry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds what has to be asked. A member number is an identity; a name, a day of joining or an
 * address alone are none, for namesakes and couples share them. Only two of them together are worth
 * a question.
 */
public final class IdentityRule {
    private final State<MemberNumber, RosterEntry> known;
    private final State<MemberNumber, RosterEntry> desired;
    private final List<Question> questions = new ArrayList<>();
    private final Set<MemberNumber> asked = new HashSet<>();

    private IdentityRule(
            State<MemberNumber, RosterEntry> known, State<MemberNumber, RosterEntry> desired) {
        this.known = known;
        this.desired = desired;
    }

    /**
     * Looks at everybody once.
     *
     * @param known everybody who is present, and who had left and stands in the roster
     * @param former who had left and does not stand in the roster, but has a name that does
     * @param erased numbers in the roster whose people were erased, and why
     * @param desired what the roster says
     */
    public static List<Question> questions(
            State<MemberNumber, RosterEntry> known,
            Map<MemberNumber, RosterEntry> former,
            Map<MemberNumber, Cause> erased,
            State<MemberNumber, RosterEntry> desired) {
        IdentityRule rule = new IdentityRule(known, desired);
        rule.erased(erased);
        Map<String, List<MemberNumber>> joiners = rule.joiners();
        rule.returned();
        if (known.size() > 0 || !former.isEmpty()) {
            known.forEachNotIn(
                    desired,
                    (number, entry) -> {
                        if (entry.present()) {
                            rule.renumbered(joiners, number, entry);
                        }
                    });
            former.forEach((number, entry) -> rule.renumbered(joiners, number, entry));
            rule.leavingUnderTheOldNumber(joiners);
        }
        rule.twice();
        return List.copyOf(rule.questions);
    }

    /** How a name is compared. */
    public static String name(RosterEntry entry) {
        return (entry.givenName() + '\n' + entry.familyName()).toLowerCase(Locale.ROOT);
    }

    static boolean joinedTogether(RosterEntry one, RosterEntry other) {
        return one.joinedDay() != RosterEntry.NO_DAY && one.joinedDay() == other.joinedDay();
    }

    static boolean oneAddress(RosterEntry one, RosterEntry other) {
        return !one.email().isEmpty() && one.email().equalsIgnoreCase(other.email());
    }

    private Map<String, List<MemberNumber>> joiners() {
        Map<String, List<MemberNumber>> joiners = new HashMap<>();
        if (known.size() > 0) {
            desired.forEachNotIn(
                    known,
                    (number, entry) -> {
                        if (entry.present()) {
                            joiners.computeIfAbsent(name(entry), _ -> new ArrayList<>(1))
                                    .add(number);
                        }
                    });
        }
        return joiners;
    }

    /** Whoever had left may join anew; who asked to be erased must say so themselves. */
    private void erased(Map<MemberNumber, Cause> erased) {
        new TreeMap<>(erased)
                .forEach((number, cause) -> {
                    if (desired.get(number).filter(RosterEntry::present).isPresent()) {
                        ask(
                                Kind.ERASED,
                                number,
                                Optional.empty(),
                                cause == Cause.LEFT ? Reply.SAME : Reply.OTHER);
                    }
                });
    }

    private void returned() {
        known.forEach((number, was) -> {
            if (!was.present() && desired.get(number).filter(RosterEntry::present).isPresent()) {
                boolean same = name(was).equals(name(desired.get(number).orElseThrow()));
                ask(Kind.RETURNED, number, Optional.empty(), same ? Reply.SAME : Reply.OTHER);
            }
        });
    }

    /** An export may end the old number and begin the new one in the same breath. */
    private void leavingUnderTheOldNumber(Map<String, List<MemberNumber>> joiners) {
        if (!joiners.isEmpty()) {
            known.forEach((number, was) -> {
                if (was.present() && desired.get(number).filter(is -> !is.present()).isPresent()) {
                    renumbered(joiners, number, was);
                }
            });
        }
    }

    private void renumbered(
            Map<String, List<MemberNumber>> joiners, MemberNumber gone, RosterEntry was) {
        for (MemberNumber number : joiners.getOrDefault(name(was), List.of())) {
            RosterEntry is = desired.get(number).orElseThrow();
            boolean day = joinedTogether(is, was);
            if (day || oneAddress(is, was)) {
                ask(
                        Kind.NUMBER_CHANGED,
                        number,
                        Optional.of(gone),
                        day || !was.present() ? Reply.SAME : Reply.OTHER);
            }
        }
    }

    /** Who is new and has name, day of joining and district of another line. */
    private void twice() {
        Set<Long> ofJoiners = new HashSet<>();
        desired.forEachNotIn(known, (_, entry) -> ofJoiners.add(print(entry)));
        Map<Alike, MemberNumber> seen = new HashMap<>();
        desired.forEach((number, entry) -> {
            if (!entry.present()
                    || entry.joinedDay() == RosterEntry.NO_DAY
                    || !ofJoiners.contains(print(entry))) {
                return;
            }
            MemberNumber other = seen.putIfAbsent(Alike.of(entry), number);
            if (other != null) {
                boolean otherIsNew = known.get(other).isEmpty();
                if (known.get(number).isEmpty()) {
                    ask(Kind.TWICE, number, Optional.of(other), Reply.SAME);
                } else if (otherIsNew) {
                    ask(Kind.TWICE, other, Optional.of(number), Reply.SAME);
                }
            }
        });
    }

    /** Cheap, since all are asked for it; those who are alike have the same. */
    private static long print(RosterEntry entry) {
        return ((long) entry.joinedDay() << 32) ^ entry.place().hashCode();
    }

    /** What nobody shares with another line by chance. */
    private record Alike(String name, int joinedDay, Optional<UnitId> place) {
        static Alike of(RosterEntry entry) {
            return new Alike(IdentityRule.name(entry), entry.joinedDay(), entry.place());
        }
    }

    private void ask(Kind kind, MemberNumber about, Optional<MemberNumber> other, Reply proposed) {
        if (asked.add(about)) {
            questions.add(new Question(kind, about, other, proposed));
        }
    }
}
