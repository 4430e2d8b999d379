package org.freihafen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HouseTest {

    @Test
    void a_room_that_declares_nothing_may_use_nothing() throws NoSuchMethodException {
        assertThat((String[]) Room.class.getMethod("mayUse").getDefaultValue()).isEmpty();
    }
}
