package org.freihafen.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;

import org.freihafen.sandbox.Tour;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The stories in a real Chromium, in both languages, on a phone and on a wide screen. Debian's
 * Chromium is used; {@code -Dpictures=docs/pictures} keeps the pictures that documents show.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesIT extends OnTheServer {
    private static final List<String> FLAGS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    private @Nullable Playwright playwright;
    private @Nullable Browser browser;
    private boolean loaded;

    @BeforeAll
    void a_browser() {
        playwright = Playwright.create();
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                                        .setArgs(FLAGS));
    }

    @AfterAll
    void no_browser() {
        Objects.requireNonNull(browser).close();
        Objects.requireNonNull(playwright).close();
        Visit.publish("home-files-de-1280.png", "home.png");
        Visit.publish("group-de-1280.png", "group.png");
        Visit.publish("grant-de-1280.png", "grant.png");
        Visit.publish("organisation-search-de-360.png", "organisation-phone.png");
        Visit.publish("runs-de-1280.png", "runs.png");
    }

    /** The login that is made last can sign in. */
    private void awaitTheExample() throws Exception {
        if (loaded) {
            return;
        }
        HttpRequest signIn =
                HttpRequest.newBuilder(at("api/session"))
                        .header("Content-Type", "application/json")
                        .header("X-Freihafen", "1")
                        .POST(
                                BodyPublishers.ofString(
                                        "{\"login\":\"guest-group\",\"password\":\"%s\"}"
                                                .formatted(Tour.PASSWORD)))
                        .build();
        for (int second = 0; second < 180; second++) {
            if (HTTP.send(signIn, BodyHandlers.discarding()).statusCode() == 200) {
                loaded = true;
                return;
            }
            Thread.sleep(1_000);
        }
        throw new AssertionError("the example was not loaded in three minutes");
    }

    static List<Look> looks() {
        return Look.ALL;
    }

    private Stories stories(Look look) throws Exception {
        awaitTheExample();
        return new Stories(Objects.requireNonNull(browser), at("/"), look);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void a_member_signs_in(Look look) throws Exception {
        stories(look).signing_in();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void a_member_founds_a_group_and_grants_a_folder_to_another(Look look) throws Exception {
        stories(look).founding_inviting_and_granting();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void a_member_looks_at_the_organisation(Look look) throws Exception {
        stories(look).looking_at_the_organisation();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void an_administrator_watches_a_run(Look look) throws Exception {
        stories(look).watching_a_run();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void an_administrator_sees_what_a_structure_file_would_do(Look look) throws Exception {
        stories(look).uploading_a_structure();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void the_member_office_sees_what_a_roster_would_do(Look look) throws Exception {
        stories(look).uploading_a_roster();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void whoever_goes_astray_is_told_the_way_back(Look look) throws Exception {
        stories(look).going_astray();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void whoever_changes_the_language_stays_where_they_are(Look look) throws Exception {
        stories(look).changing_the_language();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void pages_are_light(Look look) throws Exception {
        stories(look).weighing_pages();
    }
}
