package org.freihafen.cloud.nextcloud;

import com.github.sardine.impl.SardineImpl;

import org.apache.http.Header;
import org.apache.http.HttpHeaders;
import org.apache.http.HttpResponse;
import org.apache.http.NoHttpResponseException;
import org.apache.http.client.config.CookieSpecs;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.HttpRequestBase;
import org.apache.http.client.protocol.HttpClientContext;
import org.apache.http.impl.client.BasicCookieStore;
import org.apache.http.impl.client.HttpClientBuilder;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.apache.http.message.BasicHeader;
import org.freihafen.cloud.Cloud;
import org.freihafen.reconcile.TargetUnavailable;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import javax.net.ssl.SSLException;

/**
 * The one way to a cloud: a service account's kept session, with its app password sent along. Says
 * in one sentence why a cloud could not be asked, repeats what may be repeated a few times, and
 * stops where repeating does harm. Safe for use by several threads.
 */
final class Session implements AutoCloseable {
    private static final int REPEATS = 3;
    private static final int LARGEST_ANSWER_BYTES = 256 << 20;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    /** What may be done when no answer comes to a request. */
    enum Repeat {
        ALLOWED,
        /** The request could take effect twice. */
        FORBIDDEN
    }

    /** With which cookies a request goes. */
    enum Cookies {
        KEPT,
        /**
         * None: a kept session does not see a Team folder that was made during it, and a request
         * without cookies mends that.
         */
        NONE
    }

    private final Cloud cloud;
    private final Http http;
    private final BasicCookieStore jar = new BasicCookieStore();
    private final Semaphore places;
    private final Circuit circuit;
    private final Pause pause;
    private final RandomGenerator random;
    private final AtomicLong requests = new AtomicLong();

    Session(Cloud cloud, InstantSource clock, Pause pause, RandomGenerator random) {
        this.cloud = cloud;
        this.http = new Http(client(cloud));
        this.places = new Semaphore(cloud.requestsAtOnce());
        this.circuit = new Circuit(clock);
        this.pause = pause;
        this.random = random;
    }

    private static HttpClientBuilder client(Cloud cloud) {
        PoolingHttpClientConnectionManager pool = new PoolingHttpClientConnectionManager();
        pool.setMaxTotal(cloud.requestsAtOnce());
        pool.setDefaultMaxPerRoute(cloud.requestsAtOnce());
        pool.setValidateAfterInactivity(1_000);
        int patienceMillis = Math.toIntExact(cloud.patience().toMillis());
        String basic =
                Base64.getEncoder()
                        .encodeToString(
                                (cloud.login() + ":" + cloud.password())
                                        .getBytes(StandardCharsets.UTF_8));
        List<Header> headers =
                List.of(
                        new BasicHeader(HttpHeaders.AUTHORIZATION, "Basic " + basic),
                        new BasicHeader("OCS-APIRequest", "true"),
                        new BasicHeader(HttpHeaders.ACCEPT, "application/json"));
        return HttpClientBuilder.create()
                .setConnectionManager(pool)
                .setUserAgent("Freihafen")
                .setDefaultHeaders(headers)
                .setDefaultRequestConfig(
                        RequestConfig.custom()
                                .setConnectTimeout(Math.min(5_000, patienceMillis))
                                .setSocketTimeout(patienceMillis)
                                .setCookieSpec(CookieSpecs.STANDARD)
                                .setAuthenticationEnabled(false)
                                .build())
                .disableRedirectHandling()
                .disableAutomaticRetries();
    }

    Cloud cloud() {
        return cloud;
    }

    long requests() {
        return requests.get();
    }

    void check() throws TargetUnavailable {
        circuit.check();
    }

    void fullRun() {
        circuit.fullRun();
    }

    Answer call(Supplier<? extends HttpRequestBase> request) throws TargetUnavailable {
        return call(request, Cookies.KEPT, Repeat.ALLOWED);
    }

    /**
     * Sends the request and hands back what the cloud itself answered to it.
     *
     * @throws TargetUnavailable if the cloud could not be asked, or something else answered
     */
    Answer call(Supplier<? extends HttpRequestBase> request, Cookies cookies, Repeat repeat)
            throws TargetUnavailable {
        for (int attempt = 0; ; attempt++) {
            Optional<Answer> answer = attempt(request.get(), cookies, repeat, attempt);
            if (answer.isPresent()) {
                return answer.get();
            }
            waitAfter(attempt);
        }
    }

    private Optional<Answer> attempt(
            HttpRequestBase request, Cookies cookies, Repeat repeat, int attempt)
            throws TargetUnavailable {
        Answer answer;
        try {
            answer = send(request, cookies);
        } catch (NoHttpResponseException | SocketException e) {
            boolean connected = !(e instanceof java.net.ConnectException);
            if (connected && repeat == Repeat.ALLOWED && attempt == 0) {
                return Optional.empty();
            }
            throw unreachable(e);
        } catch (SocketTimeoutException e) {
            throw new TargetUnavailable(
                    the()
                            + " did not answer within "
                            + cloud.patience().toSeconds()
                            + " seconds; what it did meanwhile is found by the next run. If this"
                            + " repeats, raise clouds."
                            + cloud.name()
                            + ".patience.",
                    e);
        } catch (SSLException e) {
            String sentence =
                    the()
                            + " has no certificate that this machine trusts; mend the certificate of "
                            + cloud.url()
                            + ".";
            circuit.openForSilence(sentence);
            throw new TargetUnavailable(sentence, e);
        } catch (IOException e) {
            throw unreachable(e);
        }
        boolean mayWait = attempt < REPEATS;
        switch (answer.status()) {
            case 401 -> throw wrongPassword();
            case 429 -> {
                if (mayWait) {
                    return Optional.empty();
                }
                throw throttled();
            }
            case 503 -> throw maintenance();
            case 502, 504 ->
                    throw new TargetUnavailable(
                            "The proxy before "
                                    + the()
                                    + " gets no answer from it ("
                                    + answer.status()
                                    + "); see whether the cloud's PHP is running.");
            case 301, 302, 303, 307, 308 ->
                    throw new TargetUnavailable(
                            the()
                                    + " redirects ("
                                    + answer.status()
                                    + ") instead of answering; set"
                                    + " clouds."
                                    + cloud.name()
                                    + ".url to the cloud's final address, and"
                                    + " let no sign-in page stand before it.");
            default -> {
                if (!answer.isLocked()) {
                    return Optional.of(answer);
                }
                if (mayWait && (repeat == Repeat.ALLOWED || answer.status() == 423)) {
                    return Optional.empty();
                }
                throw new TargetUnavailable(
                        "Something in "
                                + the()
                                + " is being written by somebody at the moment"
                                + " (locked); the next run tries again.");
            }
        }
    }

    private Answer send(HttpRequestBase request, Cookies cookies)
            throws IOException, TargetUnavailable {
        HttpClientContext context = HttpClientContext.create();
        context.setCookieStore(cookies == Cookies.KEPT ? jar : new BasicCookieStore());
        try {
            places.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TargetUnavailable("The run was stopped.", e);
        }
        try {
            circuit.check();
            requests.incrementAndGet();
            return http.send(context, request);
        } finally {
            places.release();
        }
    }

    private void waitAfter(int attempt) throws TargetUnavailable {
        long longestMillis = FIRST_PAUSE.toMillis() << attempt;
        try {
            pause.of(Duration.ofMillis(longestMillis / 2 + random.nextLong(longestMillis / 2 + 1)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TargetUnavailable("The run was stopped.", e);
        }
    }

    private TargetUnavailable unreachable(IOException e) {
        String sentence =
                the()
                        + " cannot be reached at "
                        + cloud.url()
                        + "; see whether it is running, and"
                        + " check clouds."
                        + cloud.name()
                        + ".url.";
        circuit.openForSilence(sentence);
        return new TargetUnavailable(sentence, e);
    }

    private TargetUnavailable wrongPassword() {
        String sentence =
                the()
                        + " does not accept the app password of "
                        + cloud.login()
                        + "; make a new one"
                        + " there and set clouds."
                        + cloud.name()
                        + ".password. It is not tried again"
                        + " for five minutes, so that the cloud does not lock this address out.";
        circuit.openForWrongPassword(sentence);
        return new TargetUnavailable(sentence);
    }

    private TargetUnavailable throttled() {
        String sentence =
                the()
                        + " refuses this machine's address for a while after failed sign-ins (429);"
                        + " run 'occ security:bruteforce:reset ADDRESS' there and put the address on"
                        + " its allow-list.";
        circuit.openForSilence(sentence);
        return new TargetUnavailable(sentence);
    }

    private TargetUnavailable maintenance() {
        String sentence =
                the()
                        + " is in maintenance mode or overloaded (503); when it is back, the next run"
                        + " goes on.";
        circuit.openForSilence(sentence);
        return new TargetUnavailable(sentence);
    }

    /** The cloud as sentences begin with it. */
    String the() {
        return "The cloud " + cloud.name();
    }

    @Override
    public void close() throws IOException {
        http.shutdown();
    }

    /** Sardine's client, with a context for each request. */
    private static final class Http extends SardineImpl {
        Http(HttpClientBuilder builder) {
            super(builder);
        }

        Answer send(HttpClientContext context, HttpRequestBase request) throws IOException {
            return execute(context, request, Http::read);
        }

        private static Answer read(HttpResponse response) throws IOException {
            String body = "";
            if (response.getEntity() != null) {
                try (InputStream content = response.getEntity().getContent()) {
                    body =
                            new String(
                                    content.readNBytes(LARGEST_ANSWER_BYTES),
                                    StandardCharsets.UTF_8);
                }
            }
            return new Answer(
                    response.getStatusLine().getStatusCode(),
                    Optional.ofNullable(response.getFirstHeader("OC-FileId")).map(Header::getValue),
                    body);
        }
    }
}
