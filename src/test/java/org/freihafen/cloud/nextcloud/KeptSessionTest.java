package org.freihafen.cloud.nextcloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.freihafen.byhand.ByHand;
import org.freihafen.cloud.Cloud;
import org.freihafen.cloud.CloudReconciliation;
import org.freihafen.cloud.Federation;
import org.freihafen.cloud.InMemoryCloudIds;
import org.freihafen.policy.CloudPolicy;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Plan;
import org.freihafen.reconcile.Touched;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * A kept session does not see a Team folder that was made during it, until a request without
 * cookies has come: as it was on a real Nextcloud.
 */
class KeptSessionTest {
    private final List<String> cookiesOfFolders = new ArrayList<>();
    private HttpServer server;
    private boolean stale;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        Optional<String> cookie =
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Cookie"));
        exchange.getResponseHeaders().set("Set-Cookie", "nc_session=abc; Path=/; HttpOnly");
        int status = 200;
        String data = "{\"id\":7,\"success\":true}";
        if (path.endsWith("/folders")) {
            stale = true;
        } else if (path.endsWith("/sharees")) {
            data =
                    "{\"exact\":{\"groups\":[{\"label\":\"AG Umwelt\",\"value\":{\"shareType\":1,"
                            + "\"shareWith\":\"AG Umwelt\"}}]},\"groups\":[]}";
        } else if (exchange.getRequestMethod().equals("MKCOL")) {
            cookiesOfFolders.add(cookie.orElse("none"));
            stale = stale && cookie.isPresent();
            status = stale ? 409 : 201;
            exchange.getResponseHeaders().set("OC-FileId", "00007385oc8ll6vm260c");
        }
        byte[] body =
                ("{\"ocs\":{\"meta\":{\"statuscode\":100},\"data\":" + data + "}}")
                        .getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Test
    void the_first_call_into_a_new_workspace_goes_without_cookies_and_the_next_with()
            throws Exception {
        Federation federation = new Federation();
        Unit umwelt = federation.group("ag-umwelt", "AG Umwelt");
        federation.folder(umwelt, "Protokolle");
        federation.folder(umwelt, "Belege");
        InMemoryCloudIds ids = new InMemoryCloudIds();
        Cloud cloud =
                new Cloud(
                        "working",
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                        "svc",
                        "secret",
                        1,
                        Duration.ofSeconds(5),
                        new CloudPolicy(false, "freihafen", "working", Set.of()));
        List<Outcome> outcomes = new ArrayList<>();
        try (NextcloudTarget target =
                new NextcloudTarget(
                        new Accounts(
                                cloud,
                                each ->
                                        new Session(
                                                each,
                                                InstantSource.system(),
                                                _ -> {},
                                                new Random(1)),
                                () -> new Structure(List.of())),
                        ids,
                        () -> Map.copyOf(federation.get().labels()),
                        new Keys(federation.passwords(), new Random(2)),
                        federation.shownAnew(),
                        Runnable::run,
                        InstantSource.system())) {
            var scope =
                    new CloudReconciliation(
                                    "working",
                                    target,
                                    ids,
                                    federation,
                                    new ByHand(federation).in("working", ids))
                            .touchedBy(Touched.unit(umwelt.id()));
            target.apply(
                    Plan.between(
                                    target.observe(scope),
                                    federation.desired(scope).within(scope),
                                    _ -> true)
                            .changes()
                            .stream()
                            .filter(change -> !change.toString().contains("Bundesverband"))
                            .toList(),
                    (_, outcome) -> outcomes.add(outcome));
        }

        assertThat(outcomes).hasSize(3).containsOnly(new Outcome.Applied());
        assertThat(cookiesOfFolders).containsExactly("none", "nc_session=abc");
        assertThat(ids.all("working").toString()).contains("7385");
    }
}
