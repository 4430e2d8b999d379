package org.freihafen.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HostRequestTest {
    private static final String DIGEST = "ab".repeat(32);

    @Test
    void a_request_reads_what_was_written() {
        HostRequest request = new HostRequest("ada", DIGEST, "LDAP is down");

        assertThat(HostRequest.of(request.text())).contains(request);
    }

    @Test
    void anything_else_is_no_request() {
        assertThat(HostRequest.of("")).isEmpty();
        assertThat(HostRequest.of("ada\nno digest\n\n")).isEmpty();
        assertThat(HostRequest.of("ada\n" + DIGEST + "\nwhy\nmore\n")).isEmpty();
        assertThat(HostRequest.of("ada\n" + DIGEST + "\n" + "x".repeat(501) + "\n")).isEmpty();
    }
}
