package org.freihafen;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.freihafen.arrival.ArrivalDeeds;
import org.freihafen.asking.AskingDeeds;
import org.freihafen.audit.Deed;
import org.freihafen.disuse.QuietDeeds;
import org.freihafen.drift.DriftDeeds;
import org.freihafen.enrolment.OfficeDeeds;
import org.freihafen.governance.HarbourDeeds;
import org.freihafen.guests.GuestDeeds;
import org.freihafen.mail.PostDeeds;
import org.freihafen.offering.OfferingDeeds;
import org.freihafen.privacy.DataOfficeDeeds;
import org.freihafen.recovery.AddressDeeds;
import org.freihafen.runs.OperatorDeeds;
import org.freihafen.signin.EntranceDeeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every use case with the line that it owes the trail: who, what, where, to whom, and why. */
class AuditTableTest {
    /** These only look, or follow what another use case decided and wrote down. */
    private static final Set<String> OWE_NOTHING =
            Set.of(
                    "ApplyingRoster.apply",
                    "Tightening.look",
                    "Welcoming.show",
                    "Watching.letters",
                    "Watching.opened",
                    "CarryingOut.report",
                    "Enrolling.latest",
                    "Enrolling.look",
                    "Expecting.ahead",
                    "LookingAtFiles.compare",
                    "LookingAtFiles.tryOut",
                    "Enrolling.show",
                    "LeavingDue.waiting",
                    "ReadingReports.read",
                    "ReadingStatements.read",
                    "PuttingToRest.show",
                    "AskingByRight.open",
                    "Releasing.open",
                    "RequestingChanges.open",
                    "AnsweringAccess.waiting",
                    "Renewing.ending",
                    "SeeingDrift.in",
                    "SeeingDrift.open",
                    "SeeingDrift.everywhere",
                    "OfferingGrants.listed",
                    "Operating.targets",
                    "Operating.run",
                    "RunTexts.of",
                    "Operating.lines",
                    "Inspecting.inspection",
                    "Adopting.report",
                    "AdoptingGroups.report",
                    "AdoptingTeamFolders.report",
                    "LinkingTeamFolders.show",
                    "SuspendingUnknown.find",
                    "TracingAccess.folder",
                    "ClosingFolders.show",
                    "Reshaping.show",
                    "ForeseeingFile.foresee",
                    "Erasing.show",
                    "Recovering.waiting",
                    "Recovering.objection",
                    "Hosting.list",
                    "TellingOfLeavers.changed",
                    "RegisterPlaces.added",
                    "RegisterPlaces.ended");

    static Stream<Deed> deeds() {
        return Stream.of(
                        HarbourDeeds.all(),
                        OfficeDeeds.all(),
                        EntranceDeeds.all(),
                        OperatorDeeds.all(),
                        PostDeeds.all(),
                        ArrivalDeeds.all(),
                        AddressDeeds.all(),
                        GuestDeeds.all(),
                        QuietDeeds.all(),
                        DataOfficeDeeds.all(),
                        AskingDeeds.all(),
                        DriftDeeds.all(),
                        OfferingDeeds.all())
                .flatMap(stream -> stream);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deeds")
    void what_was_done_stands_in_the_trail_once_with_who_where_to_whom_and_why(Deed deed) {
        Deed.Told told = deed.done().get();

        assertThat(told.trail().entries()).containsOnlyOnce(told.line());
    }

    @Test
    void no_use_case_is_left_out() {
        Set<String> inTheTable = deeds().map(Deed::useCase).collect(Collectors.toSet());

        Set<String> useCases =
                new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                .importPackages("org.freihafen")
                                .stream()
                                .flatMap(each -> each.getMethods().stream())
                                .filter(UseCases.under("org.freihafen"))
                                .map(UseCases::name)
                                .filter(name -> !OWE_NOTHING.contains(name))
                                .collect(Collectors.toSet());

        assertThat(useCases).hasSizeGreaterThan(25);
        assertThat(inTheTable).containsAll(useCases);
    }
}
