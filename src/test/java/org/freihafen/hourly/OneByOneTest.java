package org.freihafen.hourly;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

class OneByOneTest {
    private final List<String> said = new ArrayList<>();
    private final OneByOne alone = new OneByOne(log(), "cannot count");

    private Logger log() {
        Logger log = Logger.getAnonymousLogger();
        log.setUseParentHandlers(false);
        log.addHandler(
                new Handler() {
                    @Override
                    public void publish(LogRecord line) {
                        said.add(line.getMessage());
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                });
        return log;
    }

    private static boolean odd(int number) {
        if (number == 2) {
            throw new IllegalStateException("two is broken");
        }
        return number % 2 == 1;
    }

    @Test
    void one_that_fails_holds_up_none_after_it_and_is_named() {
        assertThat(alone.count(List.of(1, 2, 3, 4), OneByOneTest::odd)).isEqualTo(2);
        assertThat(said).containsExactly("cannot count (2); again in an hour");
    }

    @Test
    void it_goes_through_all_of_them() {
        List<Integer> seen = new ArrayList<>();

        alone.each(
                List.of(1, 2, 3),
                number -> {
                    if (odd(number)) {
                        seen.add(number);
                    }
                });

        assertThat(seen).containsExactly(1, 3);
    }
}
