package org.freihafen.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.settings.MapConfig;
import org.freihafen.settings.Settings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

class ClientAddressTest {
    @ParameterizedTest(name = "{0} that says {1} and {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    192.0.2.7  | -                       | -          | 192.0.2.7
                    192.0.2.7  | 203.0.113.9             | -          | 192.0.2.7
                    10.0.0.1   | -                       | -          | 10.0.0.1
                    10.0.0.1   | 203.0.113.9             | -          | 203.0.113.9
                    10.0.0.1   | 1.1.1.1, 203.0.113.9    | -          | 203.0.113.9
                    10.0.0.1   | 203.0.113.9, 10.0.0.2   | -          | 203.0.113.9
                    10.0.0.1   | 1.1.1.1                 | 10.0.0.2   | 1.1.1.1
                    10.0.0.1   | ' , '                   | 10.0.0.2   | 10.0.0.1
                    """)
    void only_a_proxy_of_ours_is_believed_and_only_its_last_word(
            String peer, String first, String second, String address) {
        Properties properties = new Properties();
        properties.setProperty("freihafen.proxies", "10.0.0.1, 10.0.0.2");
        ClientAddress addresses = new ClientAddress(new Settings(new MapConfig(properties)));
        List<String> forwarded = Stream.of(first, second).filter(Objects::nonNull).toList();

        assertThat(addresses.of(peer, forwarded)).isEqualTo(address);
    }
}
