package org.freihafen.runs;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.reconcile.Epoch;
import org.junit.jupiter.api.Test;

import java.util.UUID;

/** What every {@link Installation} keeps. */
public abstract class InstallationContract {
    /** The same installation at each call. */
    protected abstract Installation installation();

    @Test
    void an_installation_keeps_its_id_while_its_epoch_rises() {
        Epoch first = installation().epoch();
        Epoch second = installation().raise();
        assertThat(second.instance()).isEqualTo(first.instance());
        assertThat(second.number()).isEqualTo(first.number() + 1);
        assertThat(installation().epoch()).isEqualTo(second);
    }

    @Test
    void an_installation_follows_a_newer_epoch_and_ignores_an_older_one() {
        Epoch ours = installation().raise();
        installation().follow(new Epoch(new UUID(1, 1), 70));
        assertThat(installation().epoch()).isEqualTo(new Epoch(ours.instance(), 70));
        installation().follow(new Epoch(new UUID(1, 1), 3));
        assertThat(installation().raise()).isEqualTo(new Epoch(ours.instance(), 71));
    }
}
