package org.freihafen.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;

import org.freihafen.example.Example;
import org.freihafen.sandbox.Tour;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What people do on the pages, from beginning to end. */
final class Stories {
    private static final List<String> FOUNDERS = List.of("lead", "office", "admin", "member");

    private final Browser browser;
    private final URI server;
    private final Look look;

    Stories(Browser browser, URI server, Look look) {
        this.browser = browser;
        this.server = server;
        this.look = look;
    }

    private Visit visit() {
        return new Visit(browser, server, look);
    }

    /** Nobody may found too many groups a day, so each look has a founder of its own. */
    private String founder() {
        return FOUNDERS.get(Look.ALL.indexOf(look));
    }

    private String groupName() {
        return "AG Leuchtturm " + "Nord Süd West Ost".split(" ", -1)[Look.ALL.indexOf(look)];
    }

    void signing_in() {
        try (Visit visit = visit()) {
            visit.open("/");
            visit.look("signin");
            visit.page().fill("#name", "lead");
            visit.page().fill("#password", "wrong");
            visit.page().click("#sign-in");
            assertThat(visit.notice()).contains(visit.say("signin.wrong"));
            visit.look("signin-wrong");
            visit.signIn("lead");
            visit.look("home");
            visit.signOut();
        }
    }

    void founding_inviting_and_granting() {
        String name = groupName();
        try (Visit visit = visit()) {
            found(visit.signIn(founder()), name);
            invite(visit, "guest-group");
            create_a_folder(visit);
            grant(visit);
            visit.signOut();
        }
        try (Visit visit = visit()) {
            accept(visit.signIn("guest-group"), name);
            sees_the_folder(visit, name);
        }
        try (Visit visit = visit()) {
            end_the_grant(visit.signIn(founder()), name);
        }
    }

    private void found(Visit visit, String name) {
        visit.open("/organisation");
        visit.page().fill("#find", "bundesverb");
        visit.look("organisation-search");
        visit.page().click("a[href$='key=bund']");
        visit.link("below.found").click();
        visit.look("found");
        visit.page().fill("#name", "Vorstand");
        visit.page().click("#found");
        assertThat(visit.page().locator("main .notice.bad").count()).isPositive();
        visit.look("found-refused");
        visit.page().fill("#name", name);
        visit.page().click("#found");
        assertThat(visit.notice()).contains(visit.say("found.done", name));
        visit.look("group-new");
    }

    private void invite(Visit visit, String login) {
        visit.page().fill("#address", login);
        visit.page().click("#invite-somebody");
        assertThat(visit.notice()).contains(visit.say("invite.done", login));
        visit.page().fill("#address", "niemand@example.org");
        visit.page().click("#invite-somebody");
        assertThat(visit.notice()).contains(visit.say("invite.done", "niemand@example.org"));
        assertThat(visit.main()).contains(visit.say("invite.open"));
    }

    private void create_a_folder(Visit visit) {
        visit.page().locator("summary").getByText(visit.say("folder.create")).click();
        visit.page().fill("#path", "Protokolle");
        visit.page().click("#create-folder");
        assertThat(visit.notice()).contains(visit.say("folder.done", "Protokolle"));
    }

    private void grant(Visit visit) {
        row(visit, "Protokolle").locator("a.button").click();
        visit.page().fill("#to", "AG Verkehr");
        Locator seen = visit.page().locator("#who-sees p");
        seen.getByText(visit.say("grant.forEver")).waitFor();
        assertThat(seen.innerText()).contains("AG Verkehr").contains("Protokolle");
        visit.page().fill("#until", "2030-12-31");
        seen.getByText("2030").waitFor();
        visit.look("grant");
        String shown = seen.innerText();
        visit.page().click("#grant-save");
        assertThat(visit.notice()).contains(visit.say("grant.done", shown));
        visit.look("group");
    }

    private void accept(Visit visit, String name) {
        Locator invitation = row(visit, visit.say("home.invited", name));
        visit.look("home-invited");
        invitation.locator("button").first().click();
        assertThat(visit.notice()).contains(visit.say("answer.accepted", name));
        assertThat(row(visit, name).count()).isPositive();
    }

    private void sees_the_folder(Visit visit, String name) {
        assertThat(visit.main()).contains(visit.say("files.name", name, "Protokolle"));
        visit.look("home-files");
    }

    private void end_the_grant(Visit visit, String name) {
        visit.page().getByText(name, new Page.GetByTextOptions().setExact(true)).first().click();
        visit.page().locator("a[href*='grant=']").first().click();
        visit.page().fill("#until", "2029-06-30");
        visit.page().locator("#who-sees p").getByText("2029").waitFor();
        visit.page().click("#grant-save");
        assertThat(visit.notice()).contains(visit.say("grant.changed", "AG Verkehr"));
        visit.page().locator("a[href*='grant=']").first().click();
        visit.look("grant-change");
        visit.page().click("#grant-end");
        assertThat(visit.notice()).contains(visit.say("grant.ended", "AG Verkehr"));
        assertThat(visit.page().locator("a[href*='grant=']").count()).isZero();
    }

    void looking_at_the_organisation() {
        try (Visit visit = visit().signIn("member")) {
            visit.open("/organisation");
            visit.look("organisation");
            visit.page().fill("#find", "gibtesnicht");
            assertThat(visit.page().locator("#found").innerText())
                    .isEqualTo(visit.say("organisation.found.none"));
            visit.open("/organisation?find=verkehr");
            assertThat(visit.main()).contains("AG Verkehr");
            visit.look("organisation-found");
        }
    }

    void watching_a_run() {
        try (Visit visit = visit().signIn("admin")) {
            visit.open("/runs");
            visit.look("runs");
            visit.button("runs.dry").click();
            assertThat(visit.notice()).contains(visit.say("run.dry"));
            visit.page()
                    .locator("#run h2")
                    .getByText(visit.say("phase.PLANNED"))
                    .waitFor(new Locator.WaitForOptions().setTimeout(180_000));
            visit.look("run");
        }
    }

    void uploading_a_structure() {
        try (Visit visit = visit().signIn("admin")) {
            visit.open("/structure");
            visit.look("structure");
            upload(visit, "key;name;kind;parent;ags\nX;;dorf;NIRGENDS;\n", "#read-structure");
            assertThat(visit.page().locator("main .notice.bad").count()).isPositive();
            visit.look("structure-problems");
            upload(
                    visit,
                    Example.text("structure.csv")
                            .replace("Landesverband Hamburg", "Landesverband Hansestadt Hamburg"),
                    "#read-structure");
            assertThat(visit.main()).contains("Landesverband Hansestadt Hamburg");
            visit.look("structure-plan");
        }
    }

    void uploading_a_roster() {
        try (Visit visit = visit().signIn("office")) {
            visit.open("/roster");
            visit.look("roster");
            upload(visit, Example.text("members-next.csv"), "#read-roster");
            assertThat(visit.main()).contains(visit.say("roster.plan"));
            visit.look("roster-plan");
            visit.page().click("#discard");
            assertThat(visit.notice()).contains(visit.say("roster.discarded"));
        }
    }

    private static void upload(Visit visit, String text, String button) {
        visit.page()
                .setInputFiles(
                        "#file",
                        new FilePayload(
                                "file.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)));
        visit.page().click(button);
    }

    void going_astray() {
        try (Visit visit = visit().signIn("member")) {
            visit.open("/group?key=nirgends");
            visit.expectComplaint("404");
            assertThat(visit.main()).contains(visit.say("error.404"));
            visit.look("missing");
            visit.open("/runs");
            visit.expectComplaint("403");
            assertThat(visit.main()).contains(visit.say("error.403"));
            visit.look("denied");
            visit.open("/found?key=bund");
            visit.page()
                    .evaluate(
                            "document.querySelector('#found-form [name=\"jakarta.faces.ViewState\"]')"
                                    + ".value = '1:2'");
            visit.page().fill("#name", "AG zu spät");
            visit.page().click("#found");
            assertThat(visit.notice()).contains(visit.say("error.expired"));
            visit.look("expired");
        }
    }

    void changing_the_language() {
        try (Visit visit = visit()) {
            visit.open("/group?key=ag-002");
            visit.page().fill("#name", "lead");
            visit.page().fill("#password", "wrong");
            visit.page().click("#sign-in");
            visit.changeLanguage();
            visit.page().fill("#name", "lead");
            visit.page().fill("#password", Tour.PASSWORD);
            visit.page().click("#sign-in");
            assertThat(visit.page().url()).endsWith("/group?key=ag-002");
            visit.page().fill("#address", "y".repeat(300));
            visit.page().evaluate("document.querySelector('#address').value = 'y'.repeat(401)");
            visit.page().click("#invite-somebody");
            assertThat(visit.notice()).contains(visit.say("field.long"));
            visit.changeLanguage();
            assertThat(visit.main()).contains("AG Umwelt").contains(visit.say("people.title"));
            visit.open("/group?key=nirgends");
            visit.expectComplaint("404");
            visit.changeLanguage();
            visit.expectComplaint("404");
            assertThat(visit.main()).contains(visit.say("error.404"));
        }
    }

    void weighing_pages() {
        try (Visit visit = visit().signIn("admin")) {
            for (String path : List.of("/", "/organisation", "/runs", "/structure")) {
                visit.weigh(path);
            }
        }
    }

    private static Locator row(Visit visit, String text) {
        return visit.page()
                .locator("ul.rows > li", new Page.LocatorOptions().setHasText(text))
                .first();
    }
}
