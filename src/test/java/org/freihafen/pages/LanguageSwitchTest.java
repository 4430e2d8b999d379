package org.freihafen.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageSwitchTest {
    @Test
    void leads_back_to_the_page_where_the_language_was_chosen() {
        assertThat(LanguageSwitch.own("/group.xhtml?key=ag-1", ""))
                .isEqualTo("/group.xhtml?key=ag-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example",
                "//elsewhere.example",
                "/\\elsewhere.example",
                "/\t/elsewhere.example",
                ""
            })
    void never_leads_to_another_site(String back) {
        assertThat(LanguageSwitch.own(back, "")).isEqualTo("/");
    }

    @Test
    void leads_home_where_nothing_was_said() {
        assertThat(LanguageSwitch.own(null, "/f")).isEqualTo("/f/");
    }
}
