package org.freihafen.cloud.nextcloud;

import org.apache.http.ConnectionClosedException;
import org.apache.http.NoHttpResponseException;
import org.apache.http.TruncatedChunkException;
import org.apache.http.client.methods.HttpRequestBase;
import org.apache.http.impl.client.BasicCookieStore;
import org.freihafen.cloud.Cloud;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.TargetUnavailable;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The one way to a cloud: a service account's kept session. Repeats what may be repeated a few
 * times, ever later and not all at the same moment. Safe for use by several threads.
 */
final class Session implements AutoCloseable {
    private static final int REPEATS = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Saying STOPPED = Saying.of("cloud.stopped");

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
    private @Nullable Http http;
    private final BasicCookieStore jar = new BasicCookieStore();
    private final Gate gate;
    private final Circuit password;
    private final Trouble trouble;
    private final Pause pause;
    private final RandomGenerator random;
    private final AtomicLong requests = new AtomicLong();

    /** Of the only account that there is. */
    Session(Cloud cloud, InstantSource clock, Pause pause, RandomGenerator random) {
        this(cloud, Gate.of(cloud, clock), clock, pause, random);
    }

    Session(Cloud cloud, Gate gate, InstantSource clock, Pause pause, RandomGenerator random) {
        this.cloud = cloud;
        this.gate = gate;
        this.password = new Circuit(clock);
        this.trouble = new Trouble(cloud, password, gate.silence());
        this.pause = pause;
        this.random = random;
    }

    /** Made when it is first needed: a client costs a start of the product more than a moment. */
    private synchronized Http http() {
        Http made = http;
        if (made == null) {
            made = new Http(cloud);
            http = made;
        }
        return made;
    }

    Cloud cloud() {
        return cloud;
    }

    long requests() {
        return requests.get();
    }

    /** Says again why the cloud cannot be asked at the moment, if that is so. */
    void check() throws TargetUnavailable {
        password.check();
        gate.silence().check();
    }

    /** A full run tries a silent cloud again at once, but not a wrong password. */
    void fullRun() {
        gate.silence().close();
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
            try {
                Answer answer = send(request.get(), cookies);
                if (attempt == REPEATS || !passes(answer, repeat)) {
                    Optional<TargetUnavailable> problem = trouble.in(answer);
                    if (problem.isPresent()) {
                        throw problem.get();
                    }
                    return answer;
                }
            } catch (IOException e) {
                if (attempt > 0 || repeat == Repeat.FORBIDDEN || !broken(e)) {
                    throw trouble.from(e);
                }
            }
            waitAfter(attempt);
        }
    }

    /** A refusal that lasts a moment. Where none came to pass, repeating takes no effect twice. */
    private static boolean passes(Answer answer, Repeat repeat) {
        return answer.status() == 429
                || answer.status() == 423
                || (answer.isLocked() && repeat == Repeat.ALLOWED);
    }

    /** A connection that was there: an idle one is closed by the server without a word. */
    private static boolean broken(IOException e) {
        return e instanceof NoHttpResponseException
                || e instanceof ConnectionClosedException
                || e instanceof TruncatedChunkException
                || (e instanceof SocketException && !(e instanceof ConnectException));
    }

    private Answer send(HttpRequestBase request, Cookies cookies)
            throws IOException, TargetUnavailable {
        try {
            gate.places().acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TargetUnavailable(STOPPED, e);
        }
        try {
            check();
            requests.incrementAndGet();
            return http().send(request, cookies == Cookies.KEPT ? jar : new BasicCookieStore());
        } finally {
            gate.places().release();
        }
    }

    private void waitAfter(int attempt) throws TargetUnavailable {
        long half = (FIRST_PAUSE.toMillis() << attempt) / 2;
        try {
            pause.of(Duration.ofMillis(half + random.nextLong(half + 1)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TargetUnavailable(STOPPED, e);
        }
    }

    @Override
    public void close() throws IOException {
        Http made;
        synchronized (this) {
            made = http;
        }
        if (made != null) {
            made.shutdown();
        }
    }
}
