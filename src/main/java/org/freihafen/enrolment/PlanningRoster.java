package org.freihafen.enrolment;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.expected.ExpectedChange;
import org.freihafen.expected.ExpectedChanges;
import org.freihafen.identity.ComparingPeople;
import org.freihafen.identity.IdentityRule;
import org.freihafen.identity.Likeness;
import org.freihafen.identity.Question;
import org.freihafen.identity.Question.Reply;
import org.freihafen.membership.MemberNumber;
import org.freihafen.membership.Tombstones;
import org.freihafen.membership.Tombstones.Cause;
import org.freihafen.reconcile.Loss;
import org.freihafen.reconcile.Verdict;
import org.freihafen.roster.Placing;
import org.freihafen.roster.RosterEntry;
import org.freihafen.roster.RosterFault;
import org.freihafen.roster.RosterFile;
import org.freihafen.roster.RosterProfile;
import org.freihafen.roster.RosterReader;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Units;
import org.freihafen.structurefile.FileProblem;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a roster, compares it with what we know, and judges what it would do. */
@Dependent
public class PlanningRoster {
    private final Units units;
    private final RosterReader reader;
    private final RegisterState register;
    private final RosterEffects effects;
    private final RosterLimits limits;
    private final ExpectedChanges expected;
    private final Tombstones tombstones;
    private final ComparingPeople comparing;

    @Inject
    public PlanningRoster(
            Units units,
            RosterReader reader,
            RegisterState register,
            RosterEffects effects,
            RosterLimits limits,
            ExpectedChanges expected,
            Tombstones tombstones,
            ComparingPeople comparing) {
        this.units = units;
        this.reader = reader;
        this.register = register;
        this.effects = effects;
        this.limits = limits;
        this.expected = expected;
        this.tombstones = tombstones;
        this.comparing = comparing;
    }

    /**
     * A plan and how it is judged.
     *
     * @param likenesses whom the open questions are about
     * @param expected mass changes that were announced for today, by which limits are lifted
     */
    public record Planned(
            RosterFile.Read file,
            RosterPlan plan,
            List<Likeness> likenesses,
            List<RosterEffects.Effect> effects,
            Verdict verdict,
            List<ExpectedChange> expected) {
        public int problemCount() {
            return file.problemCount() + (plan.unproven() > 0 ? 1 : 0);
        }

        /** The roster with what it would do today. */
        public Roster roster(Roster roster) {
            return roster.looking(problemCount(), plan.counts());
        }

        public RosterReport report(Roster roster) {
            List<FileProblem> problems = new ArrayList<>(file.problems());
            if (plan.unproven() > 0) {
                problems.addFirst(
                        FileProblem.ofFile(
                                RosterFault.ROSTER_ABSENCE_UNPROVEN,
                                "",
                                Integer.toString(plan.unproven()),
                                Integer.toString(file.unnamed())));
            }
            return new RosterReport(
                    roster(roster),
                    file.look(),
                    problems,
                    plan,
                    plan.hash(),
                    likenesses,
                    effects,
                    verdict,
                    expected);
        }
    }

    /** The file alone, without looking at anybody: no transaction is needed for it. */
    public RosterFile read(
            InputStream in, RosterProfile profile, LocalDate today, OutputStream plain)
            throws IOException {
        return reader.read(in, profile, new Placing(units.structure()), today, plain);
    }

    /** What the file would do to whom, with what was answered already. */
    public Planned plan(RosterFile.Read file, Map<String, Reply> replies, LocalDate today) {
        Set<String> names = new HashSet<>();
        RegisterState.Known known = register.known(today, new Listed(file, names));
        Map<MemberNumber, Cause> erased = erased(known, file);
        List<Question> questions =
                IdentityRule.questions(known.state(), known.former(), erased, file.entries());
        RosterPlan plan = RosterPlan.between(known, file, erased.keySet(), questions, replies);
        Structure structure = units.structure();
        List<RosterEffects.Effect> found = effects.of(plan, structure, today);
        List<Loss> losses = new ArrayList<>(RosterLosses.of(plan, file, structure));
        losses.addAll(RosterEffects.losses(found));
        List<ExpectedChange> lifting = expected.on(today);
        Verdict verdict = limits.safeguard(ExpectedChange.lifted(lifting)).judge(losses);
        List<Likeness> open =
                comparing.of(
                        plan.open(), known.state(), known.former(), known.ids(), file.entries());
        return new Planned(file, plan, open, found, verdict, lifting);
    }

    private Map<MemberNumber, Cause> erased(RegisterState.Known known, RosterFile.Read file) {
        List<MemberNumber> unknown = new ArrayList<>();
        file.entries()
                .forEach((number, _) -> {
                    if (!known.ids().containsKey(number)) {
                        unknown.add(number);
                    }
                });
        return tombstones.among(unknown);
    }

    /** Who stands in a file; the names in it are gathered only once somebody who is gone is met. */
    private record Listed(RosterFile.Read file, Set<String> names) implements RegisterState.Asked {
        @Override
        public boolean concerns(MemberNumber number) {
            return !file.setAside().contains(number);
        }

        @Override
        public boolean lists(MemberNumber number) {
            return file.entries().get(number).isPresent();
        }

        @Override
        public RosterEntry held(RosterEntry known) {
            return file.entries().get(known.number()).filter(known::equals).orElse(known);
        }

        @Override
        public boolean resembles(RosterEntry gone) {
            if (names.isEmpty()) {
                file.entries().forEach((_, entry) -> names.add(IdentityRule.name(entry)));
            }
            return names.contains(IdentityRule.name(gone));
        }
    }
}
