package org.freihafen.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.web.OnTheServer;
import org.junit.jupiter.api.Test;

import java.util.Optional;

class AccessTableIT extends OnTheServer {
    @Test
    void whoever_asks_for_whatever_wherever_gets_what_the_table_of_actions_says() throws Exception {
        Client client = new Client(HTTP, at(""), Optional.empty());
        Example example = new Example(client);
        example.await();
        AccessTable table = new AccessTable(client);

        assertThat(table.walk(example.groupThatNobodyLeads(), example.districtIn("by"))).isEmpty();
        assertThat(table.asked()).isGreaterThan(500);
    }
}
