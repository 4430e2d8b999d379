package org.freihafen.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.sandbox.Tour;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How people come in, and where they end up when they lose their way. */
class SigningInPagesIT extends OnPages {
    private static final String PASSWORD = "vier ruhige Boote warten";

    @InEveryLook
    void a_member_signs_in(Look look) throws Exception {
        try (Visit visit = visit(look)) {
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

    @InEveryLook
    void whoever_gets_a_link_sets_a_password_and_the_one_before_counts_no_longer(Look look)
            throws Exception {
        try (Visit admin = visit(look).signIn("admin");
                Visit holder = visit(look);
                Visit elsewhere = visit(look)) {
            String login = set_a_password(admin, holder, look, PASSWORD);
            elsewhere.signIn(login, PASSWORD);
            elsewhere.look("notice");
            accept(elsewhere);
            set_a_password(admin, holder, look, PASSWORD + " noch");
            elsewhere.open("/home");
            assertThat(elsewhere.page().url()).contains("/signin");
            holder.signIn(login, PASSWORD + " noch");
            assertThat(holder.main()).contains(holder.say("home.groups"));
        }
    }

    /** Whoever came in without the notice reads it before anything else. */
    private static void accept(Visit visit) {
        visit.open("/groups");
        assertThat(visit.page().url()).contains("/notice");
        visit.page().check("[name=accepted]");
        visit.page().click("#accept");
        assertThat(visit.notice()).contains(visit.say("notice.done"));
    }

    /** The login name of whoever set it. */
    private static String set_a_password(Visit admin, Visit holder, Look look, String password) {
        admin.open("/links");
        admin.page().fill("#person", "gibtesnicht");
        admin.page().click("#make-link");
        assertThat(admin.notice()).contains(admin.say("person.unknown"));
        admin.look("links");
        admin.page().fill("#person", look.each("10003", "10006"));
        admin.page().click("#make-link");
        String link = admin.page().inputValue("#link");
        admin.look("links-made");
        holder.open(link);
        holder.page().waitForSelector("#password");
        holder.look("password");
        String login = holder.page().locator("main strong").first().innerText();
        holder.page().fill("#password", password);
        holder.page().fill("#again", "etwas anderes");
        holder.page().click("#set-password");
        assertThat(holder.notice()).contains(holder.say("password.different"));
        holder.page().fill("#password", password);
        holder.page().fill("#again", password);
        holder.page().click("#set-password");
        assertThat(holder.notice()).contains(holder.say("password.done"));
        holder.open(link);
        holder.page().waitForSelector("main a[href='signin']");
        assertThat(holder.main()).contains(holder.say("password.closed"));
        holder.look("password-closed");
        return login;
    }

    @InEveryLook
    void whoever_holds_a_code_from_the_host_comes_in_and_administers(Look look) throws Exception {
        String login;
        try (Visit admin = visit(look).signIn("admin")) {
            admin.open("/links");
            admin.page().fill("#person", look.each("10015", "10018"));
            admin.page().click("#make-link");
            login = admin.page().locator("#made ~ *, .card.pressing p").first().innerText();
        }
        String code = code(login.replaceAll("^[^:]*: (\\S+)\\. .*$", "$1"));
        try (Visit visit = visit(look)) {
            visit.open("/setup");
            visit.look("setup");
            visit.page().fill("#code", "geraten");
            visit.page().click("#set-up");
            assertThat(visit.page().locator("main .notice.bad").count()).isPositive();
            visit.look("setup-refused");
            visit.page().fill("#code", code);
            visit.page().click("#set-up");
            accept(visit);
            visit.open("/duties");
            assertThat(visit.main()).contains(visit.say("duties.held"));
        }
    }

    /** What the command on the host prints. */
    private static String code(String login) throws IOException, InterruptedException {
        ProcessBuilder command =
                new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-jar",
                        System.getProperty("freihafen.war"),
                        "admin",
                        "grant",
                        login);
        command.environment().put("FREIHAFEN_DATA", System.getProperty("freihafen.data"));
        command.redirectErrorStream(true).directory(Path.of("").toAbsolutePath().toFile());
        Process process = command.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        Matcher code = Pattern.compile("\\R\\R  (\\S+)\\R\\R").matcher(said);
        assertThat(code.find()).as("a code").isTrue();
        return code.group(1);
    }

    @InEveryLook
    void whoever_changes_the_language_stays_where_they_are(Look look) throws Exception {
        try (Visit visit = visit(look)) {
            visit.open("/group?key=ag-002");
            visit.page().fill("#name", "lead");
            visit.page().fill("#password", "wrong");
            visit.page().click("#sign-in");
            visit.changeLanguage();
            visit.page().fill("#name", "lead");
            visit.page().fill("#password", Tour.PASSWORD);
            visit.page().click("#sign-in");
            assertThat(visit.page().url()).endsWith("/group?key=ag-002");
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

    @InEveryLook
    void whoever_goes_astray_is_told_the_way_back(Look look) throws Exception {
        try (Visit visit = visit(look).signIn("member")) {
            visit.open("/group?key=nirgends");
            visit.expectComplaint("404");
            assertThat(visit.main()).contains(visit.say("error.404"));
            visit.look("missing");
            for (String page : List.of("/runs", "/duties", "/links")) {
                visit.open(page);
                visit.expectComplaint("403");
                assertThat(visit.main()).contains(visit.say("error.403"));
            }
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

    @InEveryLook
    void pages_are_light(Look look) throws Exception {
        try (Visit visit = visit(look).signIn("admin")) {
            for (String path :
                    List.of("/", "/organisation", "/runs", "/structure", "/duties", "/links")) {
                visit.weigh(path);
            }
        }
    }
}
