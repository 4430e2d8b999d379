package org.freihafen.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.web.OnTheServer;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Optional;

class AccessTableIT extends OnTheServer {
    @Test
    void whoever_asks_for_whatever_wherever_gets_what_the_table_of_actions_says() throws Exception {
        Client client = new Client(HTTP, at(""), Optional.empty());
        Example example = new Example(client);
        example.await();
        String lower = example.groupThatNobodyLeads();
        String foreign = example.groupOfAnotherLead();
        Things things =
                new Things(client, Map.of("ag-002", "lead", lower, "lead", foreign, "guest-group"));
        AccessTable table = new AccessTable(client, things);

        assertThat(table.walk(Personas.all(lower, foreign, example.districtIn("by")))).isEmpty();
        assertThat(things.made()).isGreaterThan(6);
        assertThat(table.asked()).isGreaterThan(500);
    }
}
