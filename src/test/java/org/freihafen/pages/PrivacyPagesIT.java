package org.freihafen.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import org.freihafen.sandbox.Tour;
import org.freihafen.web.HandInTheDirectory;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;

/** What people ask about themselves, and what branches and the member office do with data. */
class PrivacyPagesIT extends OnPages {
    /** Calls REST as somebody, and is answered as expected. */
    private void call(String login, String method, String path, String body, int status)
            throws Exception {
        String basic = login + ":" + Tour.PASSWORD;
        int answered =
                HTTP.send(
                                HttpRequest.newBuilder(at("api" + path))
                                        .header("X-Freihafen", "test")
                                        .header("Content-Type", "application/json")
                                        .header(
                                                "Authorization",
                                                "Basic "
                                                        + Base64.getEncoder()
                                                                .encodeToString(
                                                                        basic.getBytes(
                                                                                StandardCharsets
                                                                                        .UTF_8)))
                                        .method(method, BodyPublishers.ofString(body))
                                        .build(),
                                BodyHandlers.discarding())
                        .statusCode();
        assertThat(answered).isEqualTo(status);
    }

    @InEveryLook
    void somebody_reads_what_is_held_and_has_it_corrected(Look look) throws Exception {
        String login = look.each("lead", "member");
        try (Visit visit = visit(look).signIn(login)) {
            visit.open("/record");
            assertThat(visit.main()).contains(login);
            visit.look("record");
            visit.page().locator("summary", text(visit.say("rights.correct"))).click();
            visit.page().fill("#correction", "Weiß statt Weiss, " + look);
            visit.page().click("#ask-correction");
            assertThat(visit.notice()).isNotEmpty();
            visit.look("record-asked");
            visit.page().locator("summary", text(visit.say("rights.erase"))).click();
            visit.page().fill("#erasure", "Alles, " + look);
            visit.page().click("#ask-erasure");
            visit.signOut();
            visit.signIn("office");
            visit.open("/rights");
            visit.look("rights");
            refuse(visit, "Weiß statt Weiss, " + look, "Steht so im Ausweis.");
            visit.row("Alles, " + look).locator("summary").click();
            visit.row("Alles, " + look).locator("button").first().click();
            assertThat(visit.main())
                    .contains(visit.say("erase.goes"), visit.say("erase.stays"))
                    .doesNotContain(visit.say("rights.granted"));
            visit.look("rights-sure");
            visit.link("rights.sure.back").click();
            refuse(visit, "Alles, " + look, "Das Mitglied bleibt.");
            visit.signOut();
            visit.signIn(login);
            visit.open("/record");
            assertThat(visit.main()).contains("Steht so im Ausweis.");
        }
    }

    private static void refuse(Visit visit, String wish, String reason) {
        Locator row = visit.row(wish);
        row.locator("summary").click();
        row.locator("textarea").fill(reason);
        row.locator("button").last().click();
        assertThat(visit.notice()).contains(visit.say("rights.refused"));
    }

    @InEveryLook
    void a_lead_takes_in_a_guest_and_sees_them_off(Look look) throws Exception {
        String name = "Gabi " + look;
        try (Visit visit = visit(look).signIn("lead")) {
            visit.open("/guests?key=ag-002");
            visit.page().fill("#name", name);
            visit.page().fill("#address", "gabi@example.org");
            visit.page().fill("#purpose", "Satz des Programms");
            visit.page().fill("#until", LocalDate.now(ZoneOffset.UTC).plusDays(9).toString());
            visit.page().click("#invite-guest");
            assertThat(visit.notice()).contains(visit.say("guests.invited"));
            visit.row(name).locator("summary").click();
            visit.look("guests");
            visit.row(name).locator("button.grave").click();
            assertThat(visit.notice()).contains(visit.say("guests.ended"));
        }
    }

    private static Page.LocatorOptions text(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    @InEveryLook
    void a_branch_reports_a_change_and_asks_for_data(Look look) throws Exception {
        visit(look).close();
        call(
                "office",
                "POST",
                "/units/bund-vorstand/elections",
                "{\"address\":\"guest-group\",\"role\":\"member\"}",
                201);
        try {
            tellAndAsk(look);
        } finally {
            call("guest-group", "DELETE", "/units/bund-vorstand/members/me", "", 204);
        }
    }

    private void tellAndAsk(Look look) throws Exception {
        String number = "77" + look;
        try (Visit visit = visit(look).signIn("guest-group")) {
            visit.open("/changes");
            visit.page().fill("#number", number);
            visit.page().selectOption("#kind", "MOVED");
            visit.page().fill("#text", "nach Leipzig, Hafenstraße 1");
            visit.page().click("#ask-change");
            assertThat(visit.notice()).contains(visit.say("changes.asked"));
            visit.look("changes-own");
            visit.open("/releases");
            visit.page().fill("#number", number);
            visit.page().fill("#purpose", "Ehrung für 25 Jahre");
            visit.page().click("#ask-release");
            assertThat(visit.notice()).contains(visit.say("releases.asked"));
            visit.look("releases-own");
            visit.signOut();
            visit.signIn("office");
            visit.open("/changes");
            visit.look("changes");
            Download sheet = visit.page().waitForDownload(() -> visit.page().click("#export"));
            assertThat(Files.readString(sheet.path()))
                    .contains("\"" + number + "\"")
                    .contains("nach Leipzig, Hafenstraße 1");
            visit.open("/changes");
            assertThat(visit.row(number).innerText()).contains(visit.say("changes.stage.EXPORTED"));
            visit.row(number).locator("summary").click();
            visit.row(number).locator("button").first().click();
            assertThat(visit.notice()).contains(visit.say("changes.done"));
            visit.open("/releases");
            visit.row(number).locator("summary").click();
            visit.look("releases");
            visit.row(number).locator("button").first().click();
            assertThat(visit.page().locator("main .notice.bad").count()).isPositive();
        }
    }

    @InEveryLook
    void accounts_that_nobody_uses_are_written_to_put_to_rest_and_brought_back(Look look)
            throws Exception {
        try (Visit visit = visit(look).signIn("office")) {
            visit.open("/unused");
            assertThat(visit.main()).contains(visit.say("unused.told.none"));
            visit.look("unused");
            List<String> logins = probe("").lines().toList();
            for (String login : logins) {
                HandInTheDirectory.bound(login, Instant.now().minus(Duration.ofDays(200)));
            }
            probe("?told=0");
            visit.open("/unused");
            assertThat(visit.page().locator("[aria-labelledby=told] li").count())
                    .isEqualTo(logins.size());
            visit.look("unused-told");
            probe("?told=40");
            visit.open("/unused");
            assertThat(visit.main()).contains(visit.say("unused.held", logins.size()));
            visit.look("unused-held");
            visit.page().click("#approve-unused");
            assertThat(visit.notice()).contains(visit.say("unused.approved"));
            visit.look("unused-resting");
            visit.button("unused.bring").click();
            assertThat(visit.notice()).contains(visit.say("unused.back"));
        }
    }

    private String probe(String query) throws Exception {
        HttpResponse<String> answer = get("resources/probe/unused" + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    @InEveryLook
    void the_member_office_reads_what_is_kept_and_the_numbers(Look look) throws Exception {
        try (Visit visit = visit(look).signIn("office")) {
            visit.open("/kept");
            visit.look("kept");
            visit.open("/erasures");
            assertThat(visit.main()).contains(visit.say("erasures.next"));
            visit.look("erasures");
            visit.open("/addresses");
            assertThat(visit.main()).contains(visit.say("addresses.none"));
            visit.look("addresses");
            visit.open("/unused");
            assertThat(visit.main()).contains(visit.say("unused.told"));
            visit.open("/statements");
            assertThat(visit.main()).contains(visit.say("statements.waiting.none"));
            visit.look("statements");
            visit.open("/report");
            for (int tries = 0;
                    tries < 60 && visit.page().locator(".chart").count() == 0;
                    tries++) {
                visit.page().waitForTimeout(2_000);
                visit.open("/report");
            }
            assertThat(visit.page().locator(".chart .bar").count()).isPositive();
            visit.look("report");
            visit.weigh("/report");
        }
    }
}
