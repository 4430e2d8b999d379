package org.freihafen.sandtalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

class XmlTest {

    @Test
    void nothing_outside_the_body_is_read(@TempDir Path directory) throws IOException {
        Path secret = directory.resolve("secret");
        Files.writeString(secret, "geheim");
        assertRefused(
                "<!DOCTYPE x [<!ENTITY e SYSTEM \""
                        + secret.toUri()
                        + "\">]><d:propfind xmlns:d=\"DAV:\">&e;</d:propfind>");
        assertRefused("<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\"><x/>");
    }

    @Test
    void entities_do_not_multiply() {
        assertRefused(
                "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><x>&b;</x>");
    }

    @Test
    void a_body_has_an_end_in_size_and_depth() {
        assertRefused("<a>".repeat(100) + "</a>".repeat(100));
        assertRefused("<a>" + "x".repeat(Form.LONGEST_BODY) + "</a>");
        assertRefused("<a><b></a>");
    }

    @Test
    void what_is_written_can_be_read_again() throws IOException {
        String text = "Müller & Söhne <\"> \u0001\uD83D\uDE00";
        Optional<Xml.Element> read = read("<a>" + Xml.escaped(text) + "</a>");
        assertThat(read.map(Xml.Element::text)).contains("Müller & Söhne <\"> \uD83D\uDE00");
    }

    private static void assertRefused(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(Refusal.class);
    }

    private static Optional<Xml.Element> read(String body) throws IOException {
        return Xml.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }
}
