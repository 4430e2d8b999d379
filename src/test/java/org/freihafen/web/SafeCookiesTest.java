package org.freihafen.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.SessionCookieConfig;

import org.freihafen.settings.MapConfig;
import org.freihafen.settings.Settings;
import org.junit.jupiter.api.Test;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

class SafeCookiesTest {
    private final List<String> said = new ArrayList<>();

    @Test
    void outside_the_sandbox_no_session_travels_in_clear() {
        configure("false");

        assertThat(said)
                .containsExactlyInAnyOrder(
                        "setHttpOnly[true]", "setSecure[true]", "setAttribute[SameSite, Lax]");
    }

    @Test
    void the_sandbox_answers_on_this_machine_and_needs_no_certificate() {
        configure("true");

        assertThat(said).contains("setHttpOnly[true]", "setSecure[false]");
    }

    private void configure(String sandbox) {
        Properties properties = new Properties();
        properties.setProperty("freihafen.sandbox", sandbox);
        Settings settings = new Settings(new MapConfig(properties));
        SessionCookieConfig cookie =
                SessionCookieConfig.class.cast(
                        Proxy.newProxyInstance(
                                getClass().getClassLoader(),
                                new Class<?>[] {SessionCookieConfig.class},
                                (_, method, facts) -> {
                                    said.add(method.getName() + Arrays.toString(facts));
                                    return null;
                                }));
        ServletContext context =
                ServletContext.class.cast(
                        Proxy.newProxyInstance(
                                getClass().getClassLoader(),
                                new Class<?>[] {ServletContext.class},
                                (_, _, _) -> cookie));
        new SafeCookies(settings).contextInitialized(new ServletContextEvent(context));
    }
}
