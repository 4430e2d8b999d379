package org.freihafen.workspaces;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.access.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class PathRuleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Protokolle",
                "Protokolle/2026/Vorstand",
                "Konferenz, Gästeliste (alt)",
                "Console",
                "Auxerre",
                "COM",
                "COM10",
                "Nullnummer",
                "Наука",
                "日本語",
                "a.b"
            })
    void folders_that_every_device_can_store_are_allowed(String path) {
        assertThat(PathRule.check(PathRule.normal(path))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "CON, RESERVED",
        "Akten/nul, RESERVED",
        "aux.txt, RESERVED",
        "prn .tar.gz, RESERVED",
        "Com1, RESERVED",
        "LPT9.log, RESERVED",
        "com\u00b2, RESERVED",
        "CONIN$, RESERVED",
        "a\u202etxt.exe, CHARACTERS",
        "a\u2066b, CHARACTERS",
        "a\u200bb, CHARACTERS",
        "Vor\u00adstand, CHARACTERS",
        "a\u2028b, CHARACTERS",
        "a\ue000b, CHARACTERS",
        "a\u0007b, CHARACTERS",
        "a\u007fb, CHARACTERS",
        "a*b, CHARACTERS",
        "a\\b, CHARACTERS",
        ".ssh, DOT",
        "a., DOT",
        "a/b/c/d/e/f, TOO_DEEP",
        "/, EMPTY"
    })
    void what_some_device_cannot_store_or_show_is_refused(String path, String why) {
        String normal = PathRule.normal(path);

        assertThat(PathRule.check(normal)).map(Refusal::facts).contains(List.of(normal, why));
    }
}
