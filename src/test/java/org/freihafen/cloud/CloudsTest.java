package org.freihafen.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class CloudsTest {
    private static Clouds read(Map<String, String> settings) {
        return Clouds.read(key -> Optional.ofNullable(settings.get(key)));
    }

    @Test
    void a_cloud_is_read_with_what_is_usual_where_nothing_is_said() {
        Clouds clouds =
                read(
                        Map.of(
                                "clouds", "working",
                                "clouds.working.url", "https://cloud.example.org/",
                                "clouds.working.login", "freihafen-svc",
                                "clouds.working.password", "geheim"));

        assertThat(clouds.all())
                .singleElement()
                .satisfies(cloud -> {
                    assertThat(cloud.url()).hasToString("https://cloud.example.org");
                    assertThat(cloud.serviceGroup()).isEqualTo("freihafen");
                    assertThat(cloud.requestsAtOnce()).isEqualTo(4);
                    assertThat(cloud.policy().internal()).isFalse();
                    assertThat(cloud.toString()).doesNotContain("geheim");
                });
        assertThat(read(Map.of()).all()).isEmpty();
    }

    @Test
    void further_service_accounts_keep_a_branch_each() {
        Clouds clouds =
                read(
                        Map.of(
                                "clouds", "working",
                                "clouds.working.url", "https://cloud.example.org/",
                                "clouds.working.login", "freihafen-svc",
                                "clouds.working.password", "geheim",
                                "clouds.working.accounts", "nord",
                                "clouds.working.accounts.nord.login", "svc-nord",
                                "clouds.working.accounts.nord.password", "streng-geheim",
                                "clouds.working.accounts.nord.group", "freihafen-nord",
                                "clouds.working.accounts.nord.units", "LV-Nord, lv-hafen"));

        Cloud cloud = clouds.all().getFirst();
        assertThat(cloud.branches())
                .singleElement()
                .satisfies(branch -> {
                    assertThat(branch.units()).containsExactlyInAnyOrder("lv-nord", "lv-hafen");
                    assertThat(branch.toString()).doesNotContain("geheim");
                    assertThat(cloud.as(branch).login()).isEqualTo("svc-nord");
                    assertThat(cloud.as(branch).serviceGroup()).isEqualTo("freihafen-nord");
                });
        assertThatThrownBy(() ->
                        read(
                                Map.of(
                                        "clouds", "working",
                                        "clouds.working.url", "https://cloud.example.org/",
                                        "clouds.working.login", "freihafen-svc",
                                        "clouds.working.password", "geheim",
                                        "clouds.working.accounts", "nord")))
                .hasMessageContaining("clouds.working.accounts.nord.units is missing");
    }

    @Test
    void two_service_accounts_are_never_one_and_keep_nothing_twice() {
        Map<String, String> settings =
                new HashMap<>(
                        Map.of(
                                "clouds", "working",
                                "clouds.working.url", "https://cloud.example.org/",
                                "clouds.working.login", "freihafen-svc",
                                "clouds.working.password", "geheim",
                                "clouds.working.accounts", "nord"));
        for (String account : List.of("nord", "sued")) {
            String of = "clouds.working.accounts." + account + ".";
            settings.put(of + "login", "freihafen-svc");
            settings.put(of + "password", "streng-geheim");
            settings.put(of + "group", "freihafen");
            settings.put(of + "units", "lv-nord");
        }

        assertThatThrownBy(() -> read(settings))
                .hasMessageContaining("two accounts have the login freihafen-svc")
                .hasMessageContaining("two accounts have the group freihafen");
        settings.put("clouds.working.accounts", "nord sued");
        assertThatThrownBy(() -> read(settings))
                .hasMessageContaining("two accounts keep the unit lv-nord");
    }

    @Test
    void everything_that_is_wrong_is_said_at_once_with_the_cure() {
        assertThatThrownBy(() ->
                        read(
                                Map.of(
                                        "clouds", "working board",
                                        "clouds.working.url", "http://cloud.example.org",
                                        "clouds.working.login", "svc",
                                        "clouds.working.requests", "viele",
                                        "clouds.working.internal", "vielleicht",
                                        "clouds.board.url", "http://127.0.0.1:8081/cloud")))
                .hasMessageContaining("clouds.working.url is not an https address")
                .hasMessageContaining("clouds.working.password is missing")
                .hasMessageContaining("clouds.working.requests: 'viele'")
                .hasMessageContaining("clouds.working.internal is 'vielleicht'")
                .hasMessageContaining("clouds.board.login is missing");
    }
}
