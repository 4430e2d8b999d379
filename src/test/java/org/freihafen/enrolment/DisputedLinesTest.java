package org.freihafen.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.ids.UnitId;
import org.freihafen.membership.MemberNumber;
import org.freihafen.monthly.Disputes;
import org.freihafen.requests.ChangeRequest;
import org.freihafen.requests.InMemoryChangeRequests;
import org.freihafen.structure.Structure;
import org.freihafen.structure.UnitKey;
import org.junit.jupiter.api.Test;

import java.util.Optional;

/** What is open about members, by the branch whose board is told how much. */
class DisputedLinesTest {
    private static final String HEADER =
            "Mitgliedsnummer;Vorname;Nachname;E-Mail;Eintritt;Austritt;Status;Kreisschlüssel;Saldo;Mahnstufe\n";
    private static final String ROSA = "1;Rosa;Weiß;paar@example.org;28.02.2019;;;14511;-12,50;2\n";

    private final Office office = new Office();
    private final InMemoryChangeRequests requests = new InMemoryChangeRequests();
    private final Disputes disputes = new Disputes(requests, office.rosters, office.waitingRosters);

    private Structure structure() {
        return office.units.structure();
    }

    private UnitId unit(String key) {
        return structure().byKey(new UnitKey(key)).orElseThrow().id();
    }

    @Test
    void what_a_waiting_roster_asks_counts_where_the_person_is_placed_until_it_is_answered() {
        String twice = ROSA.replace("1;Rosa", "71;Rosa");
        RosterReport report = office.waiting(HEADER + ROSA + twice);

        assertThat(disputes.now().questions(structure(), unit("sn"))).isOne();
        assertThat(disputes.now().questions(structure(), unit("bund"))).isOne();
        assertThat(disputes.now().questions(structure(), unit("hh"))).isZero();

        office.answered(report);
        assertThat(disputes.now().questions(structure(), unit("sn"))).isZero();
    }

    @Test
    void what_a_branch_asked_for_counts_there_and_above() {
        requests.add(
                new ChangeRequest(
                        office.ids.next(),
                        unit("sn-14511"),
                        office.ids.person(),
                        new MemberNumber("7"),
                        ChangeRequest.Kind.MOVED,
                        "nach Hamburg",
                        office.calendar.instant(),
                        Optional.empty(),
                        Optional.empty()));

        assertThat(disputes.now().changes(structure(), unit("sn"))).isOne();
        assertThat(disputes.now().changes(structure(), unit("hh"))).isZero();
    }
}
