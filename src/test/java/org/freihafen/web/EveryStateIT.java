package org.freihafen.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Group pages of units with none, few and many units below them. */
class EveryStateIT extends OnTheServer {
    private static final String[] KEYS = {
        "bund", "be", "bw", "by", "hb", "he", "hh", "sn", "sh", "sn-14626", "ag-002"
    };

    @Test
    void every_group_page_opens_however_many_units_stand_below() throws Exception {
        for (int tries = 0; status("api/units/sn-14626") != 200; tries++) {
            assertThat(tries).as("the example was never loaded").isLessThan(600);
            Thread.sleep(200);
        }
        for (String key : KEYS) {
            assertThat(status("group?key=" + key)).as(key).isEqualTo(200);
        }
    }

    private int status(String path) throws Exception {
        String admin =
                Base64.getEncoder()
                        .encodeToString("admin:sandbox".getBytes(StandardCharsets.UTF_8));
        HttpRequest request =
                HttpRequest.newBuilder(at(path)).header("Authorization", "Basic " + admin).build();
        return HTTP.send(request, BodyHandlers.ofString()).statusCode();
    }
}
