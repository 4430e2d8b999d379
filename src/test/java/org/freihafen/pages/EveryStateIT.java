package org.freihafen.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.web.OnTheServer;
import org.junit.jupiter.api.Test;

import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** Group pages of units with none, few and many units below them. */
class EveryStateIT extends OnTheServer {
    private static final String[] KEYS = {
        "bund", "be", "bw", "by", "hb", "he", "hh", "sn", "sh", "sn-14626", "ag-002"
    };

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @Test
    void every_group_page_opens_however_many_units_stand_below() throws Exception {
        for (int tries = 0; signIn() >= 300; tries++) {
            assertThat(tries).as("admin never could sign in").isLessThan(300);
            Thread.sleep(500);
        }
        for (String key : KEYS) {
            assertThat(page("group?key=" + key)).as(key).isEqualTo(200);
        }
    }

    private int signIn() throws Exception {
        return browser.send(
                        HttpRequest.newBuilder(at("api/session"))
                                .header("Content-Type", "application/json")
                                .header("X-Freihafen", "1")
                                .POST(
                                        BodyPublishers.ofString(
                                                "{\"login\":\"admin\",\"password\":\"sandbox\"}"))
                                .build(),
                        BodyHandlers.ofString())
                .statusCode();
    }

    private int page(String path) throws Exception {
        return browser.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString())
                .statusCode();
    }
}
