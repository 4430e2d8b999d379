package org.freihafen.enrolment;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.reconcile.Verdict;
import org.freihafen.roster.Placing;
import org.freihafen.roster.RosterFault;
import org.freihafen.roster.RosterFile;
import org.freihafen.roster.RosterProfile;
import org.freihafen.roster.RosterReader;
import org.freihafen.structure.FileProblem;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Units;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads a roster, compares it with what we know, and judges what it would do. */
@Dependent
public class PlanningRoster {
    private final Units units;
    private final RosterReader reader;
    private final RegisterState register;
    private final RosterLimits limits;

    @Inject
    public PlanningRoster(
            Units units, RosterReader reader, RegisterState register, RosterLimits limits) {
        this.units = units;
        this.reader = reader;
        this.register = register;
        this.limits = limits;
    }

    sealed interface Planned {
        record Unusable(FileProblem problem) implements Planned {}

        record Usable(RosterFile.Read file, RosterPlan plan, Verdict verdict) implements Planned {
            int problemCount() {
                return file.problemCount() + (plan.unproven() > 0 ? 1 : 0);
            }

            /** The roster with what it would do today. */
            Roster roster(Roster roster) {
                return roster.looking(problemCount(), plan.counts());
            }

            RosterReport report(Roster roster) {
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
                        roster(roster), problems, plan.plan(), plan.plan().hash(), verdict);
            }
        }
    }

    Planned plan(InputStream in, RosterProfile profile, LocalDate today, OutputStream plain)
            throws IOException {
        Structure structure = units.structure();
        return switch (reader.read(in, profile, new Placing(structure), today, plain)) {
            case RosterFile.Unusable(FileProblem problem) -> new Planned.Unusable(problem);
            case RosterFile.Read file -> {
                RegisterState.Known known =
                        register.known(
                                today,
                                number -> !file.setAside().contains(number),
                                number -> file.entries().get(number).isPresent());
                RosterPlan plan = RosterPlan.between(known, file);
                yield new Planned.Usable(
                        file, plan, limits.safeguard().judge(plan.losses(structure, file)));
            }
        };
    }
}
