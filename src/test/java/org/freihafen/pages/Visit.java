package org.freihafen.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ViewportSize;

import org.freihafen.sandbox.Tour;
import org.freihafen.words.Words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/**
 * Somebody in a real browser. Whatever a browser complains of, and whatever leaves our server, is
 * kept and fails the visit at its end.
 */
final class Visit implements AutoCloseable {
    static final Path PICTURES = Path.of("target/pictures");

    private static final Map<String, String> SHOWN =
            Map.of(
                    "home-files-de-1280.png", "home.png",
                    "group-de-1280.png", "group.png",
                    "grant-de-1280.png", "grant.png",
                    "organisation-search-de-360.png", "organisation-phone.png",
                    "runs-de-1280.png", "runs.png");
    private static final int HEAVIEST_PAGE_BYTES = 300_000;

    /**
     * In pixels: a picture of hundreds of rows takes minutes, so a taller page shows its beginning.
     */
    private static final int TALLEST = 8_000;

    private final URI server;
    private final Look look;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<Request> finished = new ArrayList<>();
    private Words words;

    Visit(Browser browser, URI server, Look look) {
        this.server = server;
        this.look = look;
        words = new Words(look.language());
        context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(look.width(), look.height())
                                .setLocale(look.language().toLanguageTag())
                                .setColorScheme(ColorScheme.LIGHT)
                                .setReducedMotion(ReducedMotion.REDUCE));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onRequestFinished(finished::add);
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(server.toString())) {
                complaints.add(page.url() + " asked " + request.url());
            }
        });
    }

    /** The sentences of the pages in the language of this visit. */
    record Words(Locale language) {
        String say(String key, Object... facts) {
            String pattern =
                    ResourceBundle.getBundle("org.freihafen.pages.pages", language).getString(key);
            return new MessageFormat(pattern, language).format(facts);
        }
    }

    String say(String key, Object... facts) {
        return words.say(key, facts);
    }

    Page page() {
        return page;
    }

    Visit signIn(String login) {
        return signIn(login, Tour.PASSWORD);
    }

    /** Patiently: another test may have slowed this address down by wrong passwords. */
    Visit signIn(String login, String password) {
        for (int tries = 0; tries == 0 || (tries < 20 && isSlowed()); tries++) {
            page.waitForTimeout(tries == 0 ? 0 : 2_000);
            open("/signin");
            page.fill("#name", login);
            page.fill("#password", password);
            page.click("#sign-in");
        }
        assertThat(page.url()).as("signed in as " + login).doesNotContain("signin");
        return this;
    }

    private boolean isSlowed() {
        return page.url().contains("signin") && main().contains(say("signin.slowed"));
    }

    void signOut() {
        page.click("#leave-form\\:sign-out");
        assertThat(page.url()).contains("signin");
    }

    void open(String path) {
        page.navigate(server.resolve(path).toString());
    }

    Locator button(String key) {
        return page.locator("button", new Page.LocatorOptions().setHasText(say(key))).first();
    }

    Locator link(String key) {
        return page.locator("a", new Page.LocatorOptions().setHasText(say(key))).first();
    }

    /** The row of a list that tells of something. */
    Locator row(String text) {
        return page.locator("ul.rows > li", new Page.LocatorOptions().setHasText(text)).first();
    }

    void upload(String text, String button) {
        page.setInputFiles(
                "#file",
                new FilePayload("file.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)));
        page.click(button);
    }

    /** What the page said about what was just done. */
    String notice() {
        return page.locator("main .notice[tabindex]").first().innerText();
    }

    void changeLanguage() {
        page.click(".corner a[hreflang]");
        words = new Words(Locale.of(page.locator("html").getAttribute("lang")));
    }

    String main() {
        return page.locator("main").innerText();
    }

    private int height() {
        return ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue();
    }

    /**
     * Looks at the page as it stands, as wide as it is walked and in the other width, with axe, and
     * keeps a picture of each. Colours do not depend on the language: one is looked at in the dark.
     */
    void look(String name) {
        boolean german = look.language().equals(Locale.GERMAN);
        picture(name, look, false);
        fits(name, look);
        accessible(name, axe());
        if (german) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            picture(name, look, true);
            accessible(name + " dark", axe().withRules(List.of("color-contrast")));
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        }
        ViewportSize walked = page.viewportSize();
        Look other = look.otherWidth();
        page.setViewportSize(other.width(), other.height());
        picture(name, other, false);
        fits(name, other);
        accessible(name + " " + other, axe());
        page.setViewportSize(walked.width, walked.height);
    }

    private void picture(String name, Look as, boolean dark) {
        String file = name + "-" + as + (dark ? "-dark" : "") + ".png";
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(page.locator("dialog").count() == 0 && height() <= TALLEST)
                        .setPath(PICTURES.resolve(file)));
        publish(file);
    }

    private void fits(String name, Look as) {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as(name + " " + as + " fits its width")
                .isEqualTo(true);
    }

    /** Our pages hold no frames, so axe needs no page of its own to gather from them. */
    private AxeBuilder axe() {
        return new AxeBuilder(page).setLegacyMode(true);
    }

    private static void accessible(String name, AxeBuilder axe) {
        assertThat(axe.analyze().getViolations())
                .as(name)
                .extracting(rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
                .isEmpty();
    }

    /** What opening a page for the first time sends over the wire, compressed. */
    int weigh(String path) {
        finished.clear();
        open(path);
        page.waitForLoadState();
        int bytes =
                List.copyOf(finished).stream()
                        .mapToInt(request -> request.sizes().responseBodySize)
                        .sum();
        assertThat(bytes).as("bytes of " + path).isLessThan(HEAVIEST_PAGE_BYTES);
        return bytes;
    }

    /** Whether all of these lie in the window with nothing over them. */
    boolean seesWithoutScrolling(String... selectors) {
        return List.of(selectors).stream()
                .allMatch(selector ->
                        Boolean.TRUE.equals(
                                page.evaluate(
                                        """
                                        selector => {
                                          const it = document.querySelector(selector);
                                          const box = it.getBoundingClientRect();
                                          const top = document.elementFromPoint(
                                              box.x + box.width / 2, box.bottom - 2);
                                          return top === it || it.contains(top);
                                        }
                                        """,
                                        selector)));
    }

    /** A complaint that is meant to come, such as of a page that is not there. */
    void expectComplaint(String part) {
        assertThat(complaints).anyMatch(complaint -> complaint.contains(part));
        complaints.removeIf(complaint -> complaint.contains(part));
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints).isEmpty();
    }

    /** Where documents show some of the pictures, if the build was asked to keep them. */
    private void publish(String file) {
        String as = SHOWN.getOrDefault(file, "");
        String to = System.getProperty("pictures", "");
        if (!as.isEmpty() && !to.isEmpty()) {
            try {
                Files.createDirectories(Path.of(to));
                Files.copy(
                        PICTURES.resolve(file),
                        Path.of(to).resolve(as),
                        StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
