package org.freihafen.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;

/** What the people of a group do. */
class GroupPagesIT extends OnPages {
    @InEveryLook
    void a_member_founds_a_group_and_grants_a_folder_to_another(Look look) throws Exception {
        String name = "AG Leuchtturm " + look.each("Nord", "Süd");
        try (Visit visit = visit(look).signIn(founder(look))) {
            found(visit, name);
            invite(visit, "guest-group");
            create_a_folder(visit, name);
            grant(visit, look);
            close_a_folder_and_open_it_again(visit);
            see_who_sees_it(visit, name);
            ask_for_access(visit, name);
            visit.signOut();
        }
        try (Visit visit = visit(look).signIn("lead")) {
            grant_what_was_asked(visit, name);
        }
        try (Visit visit = visit(look).signIn("guest-group")) {
            Locator invitation = visit.row(visit.say("home.invited", name));
            visit.look("home-invited");
            invitation.locator("button").first().click();
            assertThat(visit.notice()).contains(visit.say("answer.accepted", name));
            assertThat(visit.row(name).count()).isPositive();
            assertThat(visit.main()).contains(visit.say("files.name", name, "Protokolle"));
            visit.look("home-files");
        }
        try (Visit visit = visit(look).signIn(founder(look))) {
            end_the_grant(visit, name);
            decide_what_was_done_by_hand(visit, founder(look), name);
            offer_it_to_a_person(visit, name);
            name_another_lead(visit, name);
        }
        try (Visit visit = visit(look).signIn("guest-group")) {
            accept_what_is_offered(visit, name);
            leave(visit, name);
        }
    }

    @InEveryLook
    void whoever_declines_belongs_no_more_than_before_and_whoever_is_taken_out_no_longer(Look look)
            throws Exception {
        String name = "AG Boje " + look.each("Nord", "Süd");
        try (Visit founder = visit(look).signIn(founder(look));
                Visit guest = visit(look).signIn("guest-group")) {
            found(founder, name);
            invite(founder, "guest-group");
            answer(guest, name, "answer.decline");
            assertThat(guest.notice()).contains(guest.say("answer.declined", name));
            assertThat(guest.main()).doesNotContain(guest.say("home.invited", name));
            invite(founder, "guest-group");
            answer(guest, name, "answer.accept");
            founder.open(founder.page().url());
            founder.page()
                    .locator("details summary")
                    .getByText(founder.say("people.others", 1))
                    .click();
            founder.page().locator("a[href*='person=']").click();
            founder.look("remove");
            founder.page().click("#remove");
            assertThat(founder.notice()).contains(founder.say("remove.done", "Gesa Gast"));
            rename_and_dissolve(founder, name);
            guest.open("/home");
            assertThat(guest.main()).doesNotContain(name);
        }
        try (Visit admin = visit(look).signIn("admin")) {
            admin.open("/group?key=bund");
            assertThat(admin.row(name + " neu").innerText()).contains(admin.say("below.ended"));
        }
    }

    private static void answer(Visit visit, String name, String answer) {
        visit.open("/home");
        visit.row(visit.say("home.invited", name))
                .locator("button")
                .getByText(visit.say(answer))
                .first()
                .click();
    }

    private static void found(Visit visit, String name) {
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

    private static void invite(Visit visit, String login) {
        visit.page().fill("#address", login);
        visit.page().click("#invite-somebody");
        assertThat(visit.notice()).contains(visit.say("invite.done", login));
        visit.page().fill("#address", "niemand@example.org");
        visit.page().click("#invite-somebody");
        assertThat(visit.notice()).contains(visit.say("invite.done", "niemand@example.org"));
        assertThat(visit.main()).contains(visit.say("invite.open"));
    }

    private static void create_a_folder(Visit visit, String name) {
        visit.page().locator("summary").getByText(visit.say("folder.create")).click();
        visit.page().fill("#path", "Protokolle");
        visit.page().click("#create-folder");
        assertThat(visit.notice()).contains(visit.say("folder.done", "Protokolle"));
        assertThat(visit.row("Protokolle").innerText())
                .contains(visit.say("folder.spot", name + " – Protokolle"));
    }

    private static void grant(Visit visit, Look look) {
        visit.row("Protokolle").locator("a.button").click();
        visit.page().fill("#to", "AG Verkehr");
        Locator seen = visit.page().locator("#who-sees p");
        seen.getByText(visit.say("grant.forEver")).waitFor();
        assertThat(seen.innerText()).contains("AG Verkehr").contains("Protokolle");
        visit.page().fill("#until", "2030-12-31");
        seen.getByText("2030").waitFor();
        assertThat(seen.innerText())
                .contains(
                        look.language().equals(Locale.GERMAN)
                                ? "31. Dezember 2030"
                                : "31 December 2030");
        if (look.width() > 1_000) {
            visit.page().setViewportSize(look.width(), 720);
            visit.look("grant-low");
            assertThat(visit.seesWithoutScrolling("#to", "#until", "#reason", "#grant-save"))
                    .isTrue();
            visit.page().setViewportSize(look.width(), look.height());
        }
        visit.look("grant");
        String shown = seen.innerText();
        visit.page().click("#grant-save");
        assertThat(visit.notice()).contains(visit.say("grant.done", shown));
        visit.look("group");
    }

    private static void see_who_sees_it(Visit visit, String name) {
        visit.page().locator("a[href^='access?key=']").last().click();
        assertThat(visit.page().locator("h1").innerText()).contains("Protokolle");
        assertThat(visit.main()).contains(name, "AG Verkehr");
        visit.look("access");
        visit.page().fill("#on", "2020-01-01");
        visit.page().click("#look");
        assertThat(visit.main()).contains(visit.say("reach.past"));
        assertThat(visit.main()).doesNotContain("AG Verkehr");
        visit.open("/access");
        assertThat(visit.main()).contains(name);
        visit.look("access-me");
    }

    private static void ask_for_access(Visit visit, String name) {
        visit.open("/home");
        visit.page().getByText(name, new Page.GetByTextOptions().setExact(true)).first().click();
        visit.page().click("#ask-access");
        visit.page().fill("#of", "AG Umwelt");
        visit.page().fill("#wanted", "Kampagne");
        visit.page().fill("#reason", "Wir drucken die Plakate.");
        visit.look("ask");
        visit.page().click("#ask-do");
        assertThat(visit.notice()).contains(visit.say("ask.done", "AG Umwelt"));
        assertThat(visit.row(name).innerText()).contains(visit.say("request.stage.WAITING"));
        visit.look("requests");
    }

    private static void grant_what_was_asked(Visit visit, String name) {
        visit.open("/home");
        String asks = visit.say("request.line", name, "Kampagne");
        visit.look("home-request");
        visit.row(asks).locator("a").click();
        visit.look("request");
        visit.page().selectOption("#given", "ag-002");
        visit.page().click("#request-grant");
        assertThat(visit.notice()).contains(visit.say("request.granted", name));
        assertThat(visit.main()).contains(visit.say("request.stage.GRANTED"));
        visit.open("/home");
        assertThat(visit.main()).doesNotContain(asks);
    }

    private static void rename_and_dissolve(Visit visit, String name) {
        visit.link("change.link").click();
        visit.look("change");
        visit.page().fill("#name", name + " neu");
        visit.page().click("#rename-do");
        assertThat(visit.notice()).contains(visit.say("change.renamed", name + " neu"));
        visit.link("change.link").click();
        visit.page().fill("#into", "Bundesverband");
        visit.page().click("#show-merge");
        assertThat(visit.page().locator("main .notice.bad").count()).isPositive();
        visit.look("change-refused");
        visit.link("change.back").click();
        visit.page().click("#show-dissolve");
        assertThat(visit.page().locator("#consequence-list li").count()).isPositive();
        visit.look("change-dissolve");
        visit.page().click("#change-do");
        assertThat(visit.notice()).contains(visit.say("change.done.DISSOLVE", name + " neu"));
        visit.look("group-ended");
    }

    private static void end_the_grant(Visit visit, String name) {
        visit.page().getByText(name, new Page.GetByTextOptions().setExact(true)).first().click();
        visit.page().locator("a[href*='grant=']").first().click();
        LocalDate soon = LocalDate.now(Clock.systemUTC()).plusDays(5);
        visit.page().fill("#until", soon.toString());
        visit.page().locator("#who-sees p").getByText(Integer.toString(soon.getYear())).waitFor();
        visit.page().click("#grant-save");
        assertThat(visit.notice()).contains(visit.say("grant.changed", "AG Verkehr"));
        renew_it(visit);
        tighten_the_rules(visit, name);
        visit.page().locator("a[href*='grant=']").first().click();
        visit.look("grant-change");
        visit.page().click("#grant-end");
        assertThat(visit.notice()).contains(visit.say("grant.ended", "AG Verkehr"));
        assertThat(visit.page().locator("a[href*='grant=']").count()).isZero();
    }

    private void decide_what_was_done_by_hand(Visit visit, String founder, String name)
            throws Exception {
        String group = visit.page().url();
        ByHand byHand = new ByHand(HTTP, at("/"));
        byHand.move(founder, name + "/" + name + " – Protokolle", name + "/Sitzungen");
        byHand.fullRun();
        visit.open(group);
        visit.page().locator("main a[href^='drift?']").click();
        visit.look("drift");
        visit.row("Sitzungen").locator("button").last().click();
        assertThat(visit.notice()).contains(visit.say("drift.repaired"));
        assertThat(visit.main()).contains(visit.say("drift.none"), visit.say("drift.answered"));
        visit.look("drift-answered");
        visit.open(group);
        assertThat(visit.row("Protokolle").count()).isPositive();
    }

    private static void renew_it(Visit visit) {
        String group = visit.page().url();
        visit.page().locator("a[href^='endings?']").click();
        visit.look("endings");
        visit.row("AG Verkehr").locator("button").click();
        assertThat(visit.notice()).contains("Protokolle");
        visit.open(group);
    }

    private static void tighten_the_rules(Visit visit, String name) {
        String group = visit.page().url();
        visit.page().locator("a[href^='ceilings?']").first().click();
        visit.page().uncheck("input[name=toFEDERATED]");
        visit.page().fill("#days", "30");
        visit.page().click("#ceiling-show");
        assertThat(visit.page().locator("#consequence-list").innerText())
                .contains(visit.say("ceiling.nothing"));
        visit.look("ceilings-show");
        visit.page().click("#ceiling-set");
        assertThat(visit.notice()).contains(visit.say("ceiling.set", name));
        assertThat(visit.row(name).innerText()).contains(visit.say("ceiling.days", 30));
        visit.look("ceilings");
        visit.open(group);
    }

    private static void close_a_folder_and_open_it_again(Visit visit) {
        choose_who_gets_in(visit, "LEADS");
        assertThat(visit.main()).contains("AG Verkehr").contains(visit.say("closing.ending", 1, 0));
        visit.look("closing");
        visit.page().check("input[name=stays]");
        visit.page().click("#closing-show");
        assertThat(visit.main()).contains(visit.say("closing.ending", 0, 1));
        visit.look("closing-stays");
        visit.page().click("#closing-do");
        assertThat(visit.notice()).contains(visit.say("folder.closed.done"));
        assertThat(visit.row("Protokolle").innerText())
                .contains(visit.say("folder.closed.LEADS"))
                .contains("AG Verkehr");
        choose_who_gets_in(visit, "");
        visit.look("closing-open");
        visit.page().click("#closing-do");
        assertThat(visit.notice()).contains(visit.say("folder.opened.done"));
    }

    private static void choose_who_gets_in(Visit visit, String whom) {
        Locator row = visit.row("Protokolle");
        row.locator("summary").click();
        row.locator("input[name=closedTo][value='" + whom + "']").check();
        row.locator("form button").click();
    }

    private static void offer_it_to_a_person(Visit visit, String name) {
        String group = visit.page().url();
        visit.page().locator("a[href*='folder=all']").last().click();
        visit.page().click("nav.kinds a[href*='kind=PERSON']");
        visit.page().fill("#grant-address", "guest-group");
        visit.page().fill("#until", LocalDate.now(Clock.systemUTC()).plusDays(9).toString());
        visit.page().locator("#who-sees p").getByText("guest-group").waitFor();
        visit.look("grant-person");
        visit.page().click("#grant-save");
        assertThat(visit.notice()).contains(visit.say("offer.done", "guest-group"));
        visit.open(group);
        assertThat(visit.row(visit.say("folder.all", name)).count()).isPositive();
    }

    private static void accept_what_is_offered(Visit visit, String name) {
        visit.open("/home");
        String all = visit.say("folder.all", name);
        visit.look("home-offered");
        visit.row(visit.say("home.offered", name, all)).locator("button").first().click();
        assertThat(visit.notice()).contains(visit.say("offer.accepted", all));
        assertThat(visit.main()).contains(visit.say("files.person", name, "").strip());
    }

    private static void name_another_lead(Visit visit, String name) {
        assertThat(visit.page().locator("h1").innerText()).isEqualTo(name);
        visit.page().locator("summary").getByText(visit.say("leads.change")).click();
        visit.page().getByLabel("Gesa Gast").check();
        visit.look("leads");
        visit.page().click("#name-leads");
        assertThat(visit.notice()).contains(visit.say("leads.done"));
        assertThat(visit.page().locator(".names").first().innerText()).contains("Gesa Gast");
    }

    private static void leave(Visit visit, String name) {
        visit.page().getByText(name, new Page.GetByTextOptions().setExact(true)).first().click();
        visit.page().locator("summary").getByText(visit.say("leave.open")).click();
        visit.look("leave");
        visit.page().click("#leave");
        assertThat(visit.notice()).contains(visit.say("leave.done", name));
    }

    @InEveryLook
    void a_member_looks_at_the_organisation(Look look) throws Exception {
        try (Visit visit = visit(look).signIn("member")) {
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
}
