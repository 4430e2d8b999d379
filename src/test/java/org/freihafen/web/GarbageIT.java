package org.freihafen.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;

import org.freihafen.example.Example;
import org.freihafen.web.PlainBrowser.Answer;
import org.freihafen.web.PlainBrowser.Form;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whatever stands in an address or a form, nobody is told that something broke. */
class GarbageIT extends OnTheServer {
    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Path BEANS = Path.of("src/main/java/org/freihafen");
    private static final Pattern ASKED =
            Pattern.compile("(?:\\b(?:text|sent|ids?)|getParameter)\\(['\"](\\w+)['\"]");
    private static final Map<String, Optional<String>> GARBAGE = garbage();

    /** What each field of each form is sent alone, and what all of them are sent together. */
    private static final List<String> SINGLY =
            List.of("missing", "not an id", "long", "with U+0000");

    private static final List<String> EVERYWHERE =
            List.of("empty", "somebody else's id", "rather long");

    private static final Pattern BEAN = Pattern.compile("\\b(\\w+)\\.");

    private final Set<String> fields;

    GarbageIT() throws IOException {
        fields = fields();
    }

    private static Map<String, Optional<String>> garbage() {
        Map<String, Optional<String>> garbage = new LinkedHashMap<>();
        garbage.put("missing", Optional.empty());
        garbage.put("empty", Optional.of(""));
        garbage.put("not an id", Optional.of("%<\u00e4\ud83d\ude00&'"));
        garbage.put("somebody else's id", Optional.of("0198c0de-0000-7000-8000-000000000000"));
        garbage.put("rather long", Optional.of("y".repeat(1_000)));
        garbage.put("long", Optional.of("x".repeat(5_000)));
        garbage.put("with U+0000", Optional.of("\u0000"));
        return garbage;
    }

    private static Optional<String> of(String garbage) {
        return GARBAGE.getOrDefault(garbage, Optional.empty());
    }

    @Test
    void no_address_with_garbage_in_it_breaks_a_page() throws Exception {
        PlainBrowser browser = signedIn("admin");
        List<String> broken = new ArrayList<>();
        for (String page : pages()) {
            spoil(browser, page + "?", fieldsOf(page), broken);
        }
        spoil(browser, "group?key=ag-002&", fieldsOf("group"), broken);
        spoil(browser, "found?key=ag-002&", fieldsOf("found"), broken);
        assertThat(broken).isEmpty();
    }

    /** One field after the other where the page asks for it, then all that any page asks for. */
    private void spoil(PlainBrowser browser, String page, Set<String> own, List<String> broken)
            throws Exception {
        for (String field : own) {
            String text = of("not an id").orElseThrow();
            String query = PlainBrowser.query(Map.of(field, text));
            note(browser.open(page + query), page, field, "not an id", broken);
        }
        for (var garbage : GARBAGE.entrySet()) {
            Map<String, String> query = new TreeMap<>();
            garbage.getValue().ifPresent(text -> fields.forEach(field -> query.put(field, text)));
            if (page.contains("key=")) {
                query.remove("key");
            }
            note(
                    browser.open(page + PlainBrowser.query(query)),
                    page,
                    "every field",
                    garbage.getKey(),
                    broken);
        }
    }

    @Test
    void no_form_with_garbage_in_it_breaks_its_page() throws Exception {
        List<String> broken = new ArrayList<>();
        PlainBrowser nobody = new PlainBrowser(at("/"));
        for (String garbage : List.of("not an id", "rather long", "with U+0000")) {
            Form form = nobody.open("signin").form("sign-in");
            for (String field : List.of("name", "password", "to")) {
                form = form.with(field, of(garbage));
            }
            note(nobody.send(form, "sign-in"), "signin", "every field", garbage, broken);
        }
        tryForms(nobody, List.of("setup"), broken);
        PlainBrowser lead = signedIn("lead");
        invite(lead, "office");
        String granted = grant(lead);
        tryForms(
                lead,
                List.of(
                        granted,
                        "group?key=ag-002&folder=all&to=AG+Friedenspolitik",
                        "found?key=ag-002",
                        "organisation"),
                broken);
        lead.send(lead.open(granted).form("grant-end"), "grant-end");
        PlainBrowser office = signedIn("office");
        String uploaded = upload(office);
        tryForms(office, List.of("home", uploaded, "roster"), broken);
        tryForms(signedIn("admin"), List.of("duties", "links", "runs", "structure"), broken);
        giveOfficeItsDutyAgain();
        assertThat(broken).isEmpty();
    }

    /** Among the buttons was the one that ends a duty. */
    private void giveOfficeItsDutyAgain() throws Exception {
        String office =
                Json.createReader(new StringReader(call("office", "GET", "me", "")))
                        .readObject()
                        .getString("id");
        call(
                "admin",
                "POST",
                "duties",
                "{\"person\":\"" + office + "\",\"duty\":\"member-office\"}");
        assertThat(call("office", "GET", "me", "")).contains("member-office");
    }

    private String call(String login, String method, String path, String body) throws Exception {
        String basic =
                Base64.getEncoder()
                        .encodeToString((login + ":sandbox").getBytes(StandardCharsets.UTF_8));
        return HTTP.send(
                        HttpRequest.newBuilder(at("api/" + path))
                                .header("Authorization", "Basic " + basic)
                                .header("Content-Type", "application/json")
                                .header("X-Freihafen", "test")
                                .method(method, BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private static void invite(PlainBrowser lead, String login) throws Exception {
        Form form = lead.open("group?key=ag-002").form("invite-somebody");
        lead.send(form.with("address", Optional.of(login)), "invite-somebody");
    }

    /** Where the grant is changed. */
    private static String grant(PlainBrowser lead) throws Exception {
        Form form = lead.open("group?key=ag-002&folder=all&to=AG+Verkehr").form("grant-save");
        String page = lead.send(form.with("allowed", Optional.of("READ")), "grant-save").page();
        Matcher grant = Pattern.compile("grant=([0-9a-f-]{36})").matcher(page);
        assertThat(grant.find()).as(page).isTrue();
        return "group?key=ag-002&grant=" + grant.group(1);
    }

    /** Where the upload is shown. */
    private static String upload(PlainBrowser office) throws Exception {
        Form form = office.open("roster").form("read-roster").with("profile", Optional.of("sage"));
        Answer answer =
                office.send(
                        form.with("file", Optional.of(Example.text("members-next.csv"))),
                        "read-roster");
        assertThat(answer.from().getQuery()).startsWith("id=");
        return "roster?" + answer.from().getQuery();
    }

    /** Each button once, however many pages have it. */
    private static void tryForms(PlainBrowser browser, List<String> places, List<String> broken)
            throws Exception {
        Set<String> tried = new TreeSet<>();
        for (String place : places) {
            for (Form form : browser.open(place).forms()) {
                for (String button : form.buttons()) {
                    if (!button.contains("sign-out") && tried.add(button)) {
                        tryForm(browser, place, form, button, broken);
                    }
                }
            }
        }
    }

    private static void tryForm(
            PlainBrowser browser, String place, Form form, String button, List<String> broken)
            throws Exception {
        for (String field : form.fields().keySet()) {
            for (String garbage : SINGLY) {
                Form spoilt = form.with(field, of(garbage));
                note(browser.send(spoilt, button), place + " " + button, field, garbage, broken);
            }
        }
        for (String garbage : EVERYWHERE) {
            Form everywhere = form;
            for (String field : form.fields().keySet()) {
                if (!field.startsWith("jakarta.faces") && !field.equals("key")) {
                    everywhere = everywhere.with(field, of(garbage));
                }
            }
            note(
                    browser.send(everywhere, button),
                    place + " " + button,
                    "every field",
                    garbage,
                    broken);
        }
    }

    private static void note(
            Answer answer, String place, String field, String garbage, List<String> broken) {
        if (answer.status() >= 500 || answer.page().contains("\u0000")) {
            broken.add(place + ", " + field + " " + garbage + ": " + answer.status());
        }
    }

    private PlainBrowser signedIn(String login) throws Exception {
        PlainBrowser browser = new PlainBrowser(at("/"));
        assertThat(browser.signIn(login)).as(login).isEqualTo(200);
        return browser;
    }

    private static List<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".xhtml") && !name.startsWith("error-"))
                    .map(name -> name.replace(".xhtml", ""))
                    .sorted()
                    .toList();
        }
    }

    /** Everything that pages and what stands behind them ask for. */
    private static Set<String> fields() throws IOException {
        return fields(
                Stream.of(PAGES, BEANS)
                        .flatMap(root -> filesBelow(root).stream())
                        .filter(file -> file.toString().matches(".*[.](java|xhtml)"))
                        .toList());
    }

    /** What a page and the beans that it names ask for. */
    private static Set<String> fieldsOf(String page) throws IOException {
        Path file = PAGES.resolve(page + ".xhtml");
        Set<String> named =
                BEAN.matcher(Files.readString(file))
                        .results()
                        .map(match -> match.group(1))
                        .map(bean ->
                                bean.substring(0, 1).toUpperCase(Locale.ROOT)
                                        + bean.substring(1)
                                        + ".java")
                        .collect(Collectors.toSet());
        return fields(
                Stream.concat(
                                Stream.of(file),
                                filesBelow(BEANS).stream()
                                        .filter(bean ->
                                                named.contains(bean.getFileName().toString())))
                        .toList());
    }

    private static List<Path> filesBelow(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file ->
                            root.equals(PAGES) || file.toString().contains("/freihafen/pages"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> fields(List<Path> files) throws IOException {
        Set<String> fields = new TreeSet<>();
        for (Path file : files) {
            ASKED.matcher(Files.readString(file))
                    .results()
                    .map(match -> match.group(1))
                    .forEach(fields::add);
        }
        return fields;
    }
}
