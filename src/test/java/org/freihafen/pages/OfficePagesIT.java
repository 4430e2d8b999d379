package org.freihafen.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;

import org.freihafen.example.Example;
import org.freihafen.web.HandInTheDirectory;

import java.net.URI;

/** What the member office and administrators do. */
class OfficePagesIT extends OnPages {
    private static final String SOMEBODY_NEW =
            "99999;;;Tomke;Siel;Ring 20;57497;Ahrweiler;tomke.siel@example.org;04.09.2007;"
                    + "01.02.2026;;Rheinland-Pfalz;;Ahrweiler;07131;48,00;0,00;0\n";

    /** Two people's numbers changed, which has to be asked about. */
    private static final String RENUMBERED = renumbered("members-next.csv");

    private static String renumbered(String file) {
        return Example.text(file)
                .replaceFirst("\n10000;", "\n99998;")
                .replaceFirst("\n10003;", "\n99997;");
    }

    @InEveryLook
    void an_administrator_watches_a_run(Look look) throws Exception {
        try (Visit visit = visit(look).signIn("admin")) {
            visit.open("/runs");
            visit.look("runs");
            visit.button("runs.dry").click();
            assertThat(visit.notice()).contains(visit.say("run.dry"));
            reached(visit, "PLANNED");
            visit.look("run");
        }
    }

    @InEveryLook
    void an_administrator_reads_why_a_plan_waits_and_lets_it_go(Look look) throws Exception {
        HandInTheDirectory.addStrangers(look.each("ag-011", "ag-012"), 15);
        String group = look.each("Rente", "Grundeinkommen");
        try (Visit visit = visit(look).signIn("admin")) {
            visit.open("/runs");
            visit.button("runs.start").click();
            reached(visit, "HELD");

            visit.open("/home");
            visit.look("home-held");
            visit.row(visit.say("home.held", visit.say("target.ldap")))
                    .getByText(visit.say("home.held.look"))
                    .click();
            assertThat(visit.main())
                    .contains(visit.say("run.why"), visit.say("run.plan"), "AG " + group);
            visit.look("run-held");

            visit.page().click("#approve");
            assertThat(visit.notice()).contains(visit.say("run.approved"));
            reached(visit, "DONE");
            visit.look("run-done");
            visit.open("/home");
            assertThat(visit.main())
                    .doesNotContain(visit.say("home.held", visit.say("target.ldap")));
        }
    }

    @InEveryLook
    void an_administrator_links_a_team_folder_that_was_there_before(Look look) throws Exception {
        String unit = look.each("Kreisverband Prignitz", "Kreisverband Uckermark");
        String choir = look.each("Chor", "Orchester");
        try (Visit visit = visit(look).signIn("admin")) {
            ByHand byHand = new ByHand(HTTP, at("/"));
            byHand.teamFolder(choir, "Sopran");
            byHand.teamFolder(unit);
            visit.open("/cloud-settings?name=working");
            visit.link("team.link").click();
            assertThat(visit.row(unit).innerText()).contains(visit.say("team.because", unit));
            visit.look("team-folders");

            visit.row(choir).locator("a").click();
            visit.page().fill("#group", "Niemand");
            visit.page().click("#link-show");
            assertThat(visit.main()).contains("Niemand");
            visit.page().fill("#group", unit);
            visit.page().click("#link-show");
            assertThat(visit.page().locator("#consequence-list").innerText())
                    .contains(visit.say("team.strangers", "Sopran"))
                    .contains(visit.say("team.held"));
            visit.look("team-folder");

            visit.open("/team-folders?name=working");
            visit.row(unit).locator("a").click();
            visit.page().click("#link-do");
            assertThat(visit.notice()).contains(visit.say("team.done", unit));
            assertThat(visit.page().locator(".rows").allInnerTexts().toString())
                    .contains(choir)
                    .doesNotContain(unit);
        }
    }

    private static void reached(Visit visit, String phase) {
        visit.page()
                .locator("#run h2")
                .getByText(visit.say("phase." + phase))
                .waitFor(new Locator.WaitForOptions().setTimeout(180_000));
    }

    @InEveryLook
    void an_administrator_sees_what_a_structure_file_would_do_and_approves(Look look)
            throws Exception {
        String renamed = "AG Zoll und " + look.each("Hafen", "Grenze");
        try (Visit visit = visit(look).signIn("admin")) {
            visit.open("/structure");
            visit.look("structure");
            visit.page()
                    .evaluate(
                            "document.querySelector('#structure-form')"
                                    + ".addEventListener('submit', e => e.preventDefault())");
            visit.upload("key;name;kind;parent;ags\n", "#read-structure");
            assertThat(visit.page().locator("#reading").innerText())
                    .contains(visit.say("structure.reading"));
            assertThat(visit.page().locator("#reading progress").isVisible()).isTrue();
            visit.look("structure-reading");
            visit.open("/structure");
            visit.upload(Example.text("structure.csv") + "X;;dorf;NIRGENDS;\n", "#read-structure");
            assertThat(visit.page().locator("main .notice.bad").count()).isPositive();
            visit.look("structure-problems");
            visit.upload(
                    Example.text("structure.csv").replace("AG Zoll", renamed), "#read-structure");
            assertThat(visit.main()).contains(renamed);
            visit.look("structure-plan");
            visit.page().click("#approve");
            assertThat(visit.notice()).contains(visit.say("structure.approved"));
            visit.open("/structure");
            visit.upload(
                    Example.text("structure.csv").replace("AG Zoll", renamed), "#read-structure");
            assertThat(visit.page().locator("#approve").count()).isZero();
        }
    }

    @InEveryLook
    void the_member_office_sees_what_a_roster_would_do(Look look) throws Exception {
        try (Visit visit = visit(look).signIn("office")) {
            visit.open("/roster");
            assertThat(visit.page().locator("#profile option").allInnerTexts()).contains("sage");
            visit.look("roster");
            visit.upload("%PDF-1.7\n", "#read-roster");
            assertThat(visit.notice()).contains("PDF", "Excel");
            visit.upload(RENUMBERED, "#read-roster");
            assertThat(visit.main())
                    .contains(visit.say("roster.plan"))
                    .contains(visit.say("question.other.known"), visit.say("question.same"));
            visit.look("roster-plan");
            visit.page().fill("#in-unit", "Kreisverband Görliz");
            visit.button("roster.filter").click();
            assertThat(visit.page().locator("#no-unit a").allInnerTexts())
                    .contains("Kreisverband Görlitz");
            visit.page().locator("#questions").scrollIntoViewIfNeeded();
            visit.look("roster-nowhere");
            visit.page().click("#answer");
            assertThat(visit.notice()).contains(visit.say("roster.answered"));
            assertThat(visit.page().locator("#questions").count()).isZero();
            String waiting = URI.create(visit.page().url()).getQuery();
            visit.page().click("#discard");
            assertThat(visit.notice()).contains(visit.say("roster.discarded"));
            assertThat(visit.main()).contains(visit.say("roster.by", "Olaf Office"));
            visit.open("/roster?" + waiting);
            assertThat(visit.main()).contains(visit.say("progress.never"));
            visit.look("roster-discarded");
            visit.open("/roster");
            visit.upload(renumbered("members.csv"), "#read-roster");
            assertThat(visit.main())
                    .contains(visit.say("roster.same.asking"))
                    .doesNotContain(visit.say("roster.same"));
            visit.page().locator(".pressing summary").first().click();
            visit.look("roster-follow");
            visit.page().click("#follow");
            assertThat(visit.notice()).contains(visit.say("roster.followed", 2));
            assertThat(visit.page().locator("#questions").count()).isZero();
            visit.page().click("#discard");
        }
    }

    @InEveryLook
    void the_member_office_tries_a_file_and_announces_what_is_expected(Look look) throws Exception {
        try (Visit visit = visit(look).signIn("office")) {
            visit.open("/try-file");
            visit.look("try-file");
            visit.upload(Example.text("members-next.csv"), "#try-out");
            assertThat(visit.main()).contains(visit.say("try.fits", 5012));
            visit.look("try-file-fits");
            visit.page().locator("input[value='compare']").check();
            visit.upload(Example.text("members-next.csv") + SOMEBODY_NEW, "#try-out");
            assertThat(visit.main()).contains(visit.say("try.only.list"));
            visit.look("try-file-compared");
            visit.open("/calendar");
            visit.page().fill("#from", "2040-01-01");
            visit.page().fill("#until", "2040-01-02");
            visit.page().fill("#reason", "Jahreswechsel");
            visit.page().click("#announce");
            assertThat(visit.notice()).contains(visit.say("calendar.announced"));
            visit.look("calendar");
            visit.row("Jahreswechsel").locator("button").click();
            assertThat(visit.notice()).contains(visit.say("calendar.withdrawn"));
        }
    }

    @InEveryLook
    void an_administrator_gives_a_duty_and_ends_it(Look look) throws Exception {
        String state = "Landesverband " + look.each("Bremen", "Hamburg");
        try (Visit visit = visit(look).signIn("admin")) {
            visit.open("/duties");
            visit.look("duties");
            visit.page().fill("#login", "gibtesnicht");
            visit.page().fill("#unit", state);
            visit.page().click("#give-duty");
            assertThat(visit.notice()).contains(visit.say("person.unknown"));
            visit.look("duties-refused");
            visit.page().fill("#login", "member");
            visit.page().locator("input[value='AUDITOR']").check();
            visit.page().fill("#until", "2030-12-31");
            visit.page().click("#give-duty");
            String duty = visit.say("duty.AUDITOR");
            assertThat(visit.notice()).contains(visit.say("duties.given", "Max Meer", duty));
            visit.open("/trail?unit=" + state.replace(" ", "+"));
            assertThat(visit.main())
                    .contains(visit.say("held.value.duty.given"), visit.say("trail.you"), state);
            visit.look("trail");
            visit.open("/duties");
            Locator given = visit.row(state);
            assertThat(given.innerText()).contains("Max Meer").contains("2030");
            given.locator("summary").click();
            visit.look("duties-end");
            given.locator("button").click();
            assertThat(visit.notice()).contains(visit.say("duties.ended", "Max Meer", duty));
            assertThat(visit.row(state).count()).isZero();
            visit.row("Ada Admin").locator("summary").click();
            visit.row("Ada Admin").locator("button").click();
            assertThat(visit.page().locator("main .notice.bad").count()).isPositive();
        }
    }
}
