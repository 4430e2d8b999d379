package org.freihafen.shares;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.ids.GrantId;
import org.junit.jupiter.api.Test;

/** What every {@link LinkPasswords} keeps. */
public abstract class LinkPasswordsContract {
    private static final LinkPassword FIRST = new LinkPassword("möwe-über-dem-kai");
    private static final LinkPassword SECOND = new LinkPassword("anker-lichten-7");

    protected abstract LinkPasswords passwords();

    /** A grant that is there, each time another. */
    protected abstract GrantId someGrant();

    @Test
    void a_password_waits_until_the_cloud_has_it() {
        GrantId grant = someGrant();
        passwords().put(grant, FIRST);
        assertThat(passwords().of(grant)).contains(FIRST);
        assertThat(passwords().waiting()).contains(grant);

        passwords().handedOver(grant, FIRST);
        assertThat(passwords().of(grant)).isEmpty();
        assertThat(passwords().waiting()).doesNotContain(grant);
    }

    @Test
    void one_that_was_put_meanwhile_goes_on_waiting() {
        GrantId grant = someGrant();
        passwords().put(grant, FIRST);
        passwords().put(grant, SECOND);
        passwords().handedOver(grant, FIRST);

        assertThat(passwords().of(grant)).contains(SECOND);
    }

    @Test
    void what_is_forgotten_is_gone_and_may_be_forgotten_again() {
        GrantId grant = someGrant();
        passwords().put(grant, FIRST);
        passwords().forget(grant);
        passwords().forget(grant);

        assertThat(passwords().of(grant)).isEmpty();
    }
}
