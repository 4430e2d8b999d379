package org.freihafen.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.web.OnTheServer;
import org.junit.jupiter.api.Test;

class TransactionsIT extends OnTheServer {

    @Test
    void repositories_join_the_transaction_of_the_use_case() throws Exception {
        assertThat(get("resources/probe/transactions").body())
                .isEqualTo(
                        "inside: 2; after failure: 0; after success: 1; whole: true;"
                                + " outside: on its own");
    }
}
