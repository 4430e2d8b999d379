package org.freihafen.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;

import org.freihafen.web.OnTheServer;
import org.freihafen.web.PlainBrowser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Stories in a real Chromium, Debian's. {@code -Dpictures=docs/pictures} keeps the pictures that
 * documents show.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OnPages extends OnTheServer {
    /** Without the windows and side processes that nobody looks at: a third of the time. */
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium-headless-shell");

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
                                        .setExecutablePath(CHROMIUM)
                                        .setArgs(FLAGS));
    }

    @AfterAll
    void no_browser() {
        Objects.requireNonNull(browser).close();
        Objects.requireNonNull(playwright).close();
    }

    /** Somebody who opens a browser, once the example is there: the login made last can sign in. */
    Visit visit(Look look) throws Exception {
        if (!loaded) {
            assertThat(new PlainBrowser(at("/")).signIn("guest-group")).isEqualTo(200);
            loaded = true;
        }
        return new Visit(Objects.requireNonNull(browser), at("/"), look);
    }

    /** Nobody may found too many groups a day, so each walk has a founder of its own. */
    static String founder(Look look) {
        return look.each("lead", "office");
    }
}
