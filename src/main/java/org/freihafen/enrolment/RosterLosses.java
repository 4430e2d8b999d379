package org.freihafen.enrolment;

import org.freihafen.identity.Question;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.MemberNumber;
import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Loss;
import org.freihafen.roster.RosterEntry;
import org.freihafen.roster.RosterFile;
import org.freihafen.structure.Structure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a roster's plan takes away, and what else in it is evidence of a wrong file. */
public final class RosterLosses {
    private final RosterPlan plan;
    private final Map<String, Integer> lost = new HashMap<>();
    private final Map<UnitId, Integer> leavingFrom = new HashMap<>();
    private final Map<UnitId, Integer> movingFrom = new HashMap<>();
    private int vanished;
    private int vanishedBeyond;

    private RosterLosses(RosterPlan plan) {
        this.plan = plan;
    }

    /** Of a file: also what was set aside, and the signs of an old or a cut one. */
    public static List<Loss> of(RosterPlan plan, RosterFile.Read file, Structure structure) {
        RosterLosses losses = new RosterLosses(plan);
        Optional<MemberNumber> last =
                file.entries().size() == 0
                        ? Optional.empty()
                        : Optional.of(file.entries().keys().getLast());
        losses.count(last);
        plan.open().stream()
                .filter(question -> question.kind() == Question.Kind.RETURNED)
                .forEach(_ -> losses.add(RosterLimits.RETURNING));
        List<Loss> all = losses.counted(structure);
        all.add(new Loss(RosterLimits.SET_ASIDE, "", file.setAside().size(), file.lines()));
        all.add(new Loss(RosterLimits.ASKING, "", plan.open().size(), file.lines()));
        int known = plan.known().size();
        if (known > 0) {
            all.add(losses.overall(RosterLimits.JOINING));
            all.add(new Loss(RosterLimits.VANISHING, "", losses.vanished, known));
            boolean cut = losses.vanished > 1 && losses.vanished == losses.vanishedBeyond;
            String where = last.map(MemberNumber::value).orElse("");
            all.add(new Loss(RosterLimits.CUT, where, cut ? losses.vanished : 0, known));
            all.add(stale(plan, file));
        }
        return all;
    }

    /** Of people whose day of leaving has come. */
    public static List<Loss> of(RosterPlan plan, Structure structure) {
        RosterLosses losses = new RosterLosses(plan);
        losses.count(Optional.empty());
        return losses.counted(structure);
    }

    private void add(String sort) {
        lost.merge(sort, 1, Integer::sum);
    }

    private void count(Optional<MemberNumber> last) {
        for (Change<MemberNumber, RosterEntry> each : plan.plan().changes()) {
            RosterChange change = RosterChange.of(each);
            Optional<UnitId> from = change.before().flatMap(RosterEntry::place);
            if (leaves(change)) {
                add(RosterLimits.LEAVING);
                from.ifPresent(place -> leavingFrom.merge(place, 1, Integer::sum));
            }
            if (change.after().isEmpty()) {
                vanished++;
                if (last.filter(number -> change.number().compareTo(number) > 0).isPresent()) {
                    vanishedBeyond++;
                }
            }
            switch (change.kind()) {
                case MOVER -> {
                    add(RosterLimits.MOVING);
                    from.ifPresent(place -> movingFrom.merge(place, 1, Integer::sum));
                }
                case RETURNER -> add(RosterLimits.RETURNING);
                case STATUS -> add(RosterLimits.STATUS);
                case JOINER -> add(RosterLimits.JOINING);
                case LEAVER, CORRECTION, GONE_BEFORE -> {}
            }
            if (change.aspects().contains(RosterChange.Aspect.NAME)) {
                add(RosterLimits.RENAMING);
            }
            if (change.aspects().contains(RosterChange.Aspect.NUMBER)) {
                add(RosterLimits.RENUMBERING);
            }
            if (emptied(change)) {
                add(RosterLimits.UNREACHABLE);
            }
            if (forgotten(change)) {
                add(RosterLimits.FORGOTTEN);
            }
            if (falls(change)) {
                add(RosterLimits.OWING);
            }
        }
    }

    private Loss overall(String sort) {
        return new Loss(sort, "", lost.getOrDefault(sort, 0), plan.known().size());
    }

    /** By sort overall; who leaves or moves also by unit, from the district upward. */
    private List<Loss> counted(Structure structure) {
        List<Loss> losses = new ArrayList<>();
        RosterLimits.OVERALL.forEach(sort -> losses.add(overall(sort)));
        Map<UnitId, Integer> there = new HashMap<>();
        plan.known()
                .forEach((_, entry) ->
                        entry.place().ifPresent(place -> there.merge(place, 1, Integer::sum)));
        LossesByUnit byUnit = new LossesByUnit(structure, there);
        losses.addAll(
                byUnit.of(leavingFrom, RosterLimits.LEAVING_DISTRICT, RosterLimits.LEAVING_BRANCH));
        losses.addAll(
                byUnit.of(movingFrom, RosterLimits.MOVING_DISTRICT, RosterLimits.MOVING_BRANCH));
        return losses;
    }

    /**
     * Whoever joined after the file's newest day and is missing from it was taken in by a newer
     * one.
     */
    private static Loss stale(RosterPlan plan, RosterFile.Read file) {
        int[] newest = {RosterEntry.NO_DAY};
        file.entries().forEach((_, entry) -> newest[0] = Math.max(newest[0], entry.joinedDay()));
        int[] undone = {0, 0};
        plan.known()
                .forEach((number, entry) -> {
                    if (entry.present() && entry.joinedDay() > newest[0]) {
                        undone[1]++;
                        if (file.entries().get(number).isEmpty()
                                && !file.setAside().contains(number)) {
                            undone[0]++;
                        }
                    }
                });
        String day =
                newest[0] == RosterEntry.NO_DAY ? "" : LocalDate.ofEpochDay(newest[0]).toString();
        return new Loss(RosterLimits.STALE, day, undone[0], undone[1]);
    }

    private static boolean leaves(RosterChange change) {
        return switch (change.kind()) {
            case LEAVER -> true;
            case CORRECTION, MOVER, STATUS -> leavesEarlier(change);
            case JOINER, RETURNER, GONE_BEFORE -> false;
        };
    }

    /** A day that is announced counts already, for when it comes nobody looks any more. */
    private static boolean leavesEarlier(RosterChange change) {
        Optional<LocalDate> before = change.before().flatMap(RosterEntry::left);
        Optional<LocalDate> after = change.after().flatMap(RosterEntry::left);
        boolean stays = change.after().filter(RosterEntry::present).isPresent();
        return stays
                && after.isPresent()
                && (before.isEmpty() || after.get().isBefore(before.get()));
    }

    private static boolean emptied(RosterChange change) {
        return change.before().filter(entry -> !entry.email().isEmpty()).isPresent()
                && change.after().filter(entry -> entry.email().isEmpty()).isPresent();
    }

    /** The day of joining was known, and the file does not know it any more. */
    private static boolean forgotten(RosterChange change) {
        return change.before().flatMap(RosterEntry::joined).isPresent()
                && change.after().filter(entry -> entry.joined().isEmpty()).isPresent();
    }

    private static boolean falls(RosterChange change) {
        return change.before().filter(RosterEntry::paidUp).isPresent()
                && change.after().filter(entry -> !entry.paidUp()).isPresent();
    }
}
