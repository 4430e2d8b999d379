package org.freihafen.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.servers.Servers;
import org.junit.jupiter.api.Test;

import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

class ServerIT extends OnTheServer {

    @Test
    void the_server_is_ready_when_its_database_answers() throws Exception {
        var answer = get("health/ready");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"status\":\"UP\"")
                .contains("{\"name\":\"database\",\"status\":\"UP\"");
    }

    @Test
    void programs_find_the_interface_described() throws Exception {
        var answer = get("openapi");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("title: Freihafen");
    }

    @Test
    void the_sandbox_answers_nobody_who_comes_by_another_address() throws Exception {
        URI ours = at("api/units");
        List<InetAddress> others =
                NetworkInterface.networkInterfaces()
                        .flatMap(NetworkInterface::inetAddresses)
                        .filter(Inet4Address.class::isInstance)
                        .filter(address -> !address.isLoopbackAddress())
                        .toList();
        if (others.isEmpty()) {
            Servers.notHere("a second address is missing here: only loopback has one");
        }

        for (InetAddress other : others) {
            URI theirs =
                    new URI(
                            "http://"
                                    + other.getHostAddress()
                                    + ":"
                                    + ours.getPort()
                                    + ours.getPath());
            assertThat(statusOrZero(theirs)).as("%s", theirs).isIn(0, 403);
        }
    }

    /** Zero where nothing listens. */
    private static int statusOrZero(URI uri) throws Exception {
        try {
            return HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (ConnectException e) {
            return 0;
        }
    }
}
