package org.freihafen.shares;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.ids.GrantId;
import org.junit.jupiter.api.Test;

/** What every {@link ShownAnew} keeps. */
public abstract class ShownAnewContract {
    protected abstract ShownAnew shownAnew();

    /** A grant that is there, each time another. */
    protected abstract GrantId someGrant();

    @Test
    void a_share_waits_until_the_cloud_has_made_it_again() {
        GrantId grant = someGrant();
        GrantId other = someGrant();
        shownAnew().ask(grant);
        shownAnew().ask(grant);
        shownAnew().ask(other);
        assertThat(shownAnew().waiting()).contains(grant, other);

        shownAnew().done(grant);
        shownAnew().done(grant);
        assertThat(shownAnew().waiting()).contains(other).doesNotContain(grant);
    }
}
