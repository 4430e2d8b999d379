package org.freihafen.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
    void the_server_is_reached_on_the_loopback_address_only() throws Exception {
        assertThat(at("").getHost()).isIn("127.0.0.1", "localhost");
    }
}
