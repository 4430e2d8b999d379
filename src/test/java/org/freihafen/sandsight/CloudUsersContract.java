package org.freihafen.sandsight;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.sandsight.CloudUsers.DirectoryGroup;
import org.junit.jupiter.api.Test;

/** What the cloud may expect of any directory behind it. */
public abstract class CloudUsersContract {
    public static final String NILS = "0192f7c2-5d1e-7000-8000-000000000001";
    public static final String PAUL = "0192f7c2-5d1e-7000-8000-000000000002";

    /**
     * Nils (login nils, password geheim) in "AG Umwelt", Paul (login paul, password geheim) in "AG
     * Digital" and "Vorstand".
     */
    protected abstract CloudUsers users();

    protected abstract void suspend(String uid);

    protected abstract void rename(String groupName, String newName);

    @Test
    void one_signs_in_by_login_name_and_is_known_by_the_opaque_id() {
        assertThat(users().authenticate("nils", "geheim")).contains(NILS);
        assertThat(users().authenticate(NILS, "geheim")).isEmpty();
    }

    @Test
    void a_wrong_or_empty_password_signs_nobody_in() {
        assertThat(users().authenticate("nils", "falsch")).isEmpty();
        assertThat(users().authenticate("nils", "")).isEmpty();
        assertThat(users().authenticate("niemand", "geheim")).isEmpty();
        assertThat(users().authenticate("*", "geheim")).isEmpty();
    }

    @Test
    void a_display_name_is_known_for_whoever_may_sign_in() {
        assertThat(users().displayName(NILS)).contains("Nils Beispiel");
        assertThat(users().displayName("unbekannt")).isEmpty();
    }

    @Test
    void a_suspended_account_does_not_exist_for_the_cloud() {
        suspend(NILS);
        assertThat(users().authenticate("nils", "geheim")).isEmpty();
        assertThat(users().displayName(NILS)).isEmpty();
    }

    @Test
    void groups_are_told_by_person() {
        assertThat(users().groupsOf(PAUL))
                .extracting(DirectoryGroup::name)
                .containsExactlyInAnyOrder("AG Digital", "Vorstand");
        assertThat(users().groupsOf("unbekannt")).isEmpty();
    }

    @Test
    void groups_are_found_by_the_beginning_of_their_readable_name() {
        assertThat(users().groupsNamed("ag ", 10))
                .extracting(DirectoryGroup::name)
                .containsExactlyInAnyOrder("AG Umwelt", "AG Digital");
        assertThat(users().groupsNamed("umwelt", 10)).isEmpty();
        assertThat(users().groupsNamed("AG", 1)).hasSize(1);
    }

    @Test
    void a_renamed_group_keeps_its_entry_uuid() {
        DirectoryGroup before = users().groupsNamed("AG Umwelt", 1).getFirst();
        rename("AG Umwelt", "AG Klima");
        assertThat(users().group(before.uuid()))
                .hasValueSatisfying(group -> assertThat(group.name()).isEqualTo("AG Klima"));
        assertThat(users().group("unbekannt")).isEmpty();
    }
}
