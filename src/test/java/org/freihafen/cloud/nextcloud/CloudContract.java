package org.freihafen.cloud.nextcloud;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.cloud.CloudKey;
import org.freihafen.cloud.CloudKey.OfFolder;
import org.freihafen.cloud.CloudKey.OfShare;
import org.freihafen.cloud.CloudKey.OfWorkspace;
import org.freihafen.cloud.CloudKey.Shared;
import org.freihafen.cloud.CloudObject;
import org.freihafen.cloud.CloudObject.FolderObject;
import org.freihafen.cloud.CloudObject.Lock;
import org.freihafen.cloud.CloudObject.ShareObject;
import org.freihafen.cloud.CloudObject.WorkspaceObject;
import org.freihafen.cloud.Recipient;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.ids.FolderId;
import org.freihafen.ids.GrantId;
import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;
import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Epoch;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Plan;
import org.freihafen.reconcile.Scope;
import org.freihafen.reconcile.State;
import org.freihafen.shares.InMemoryLinkPasswords;
import org.freihafen.shares.LinkPassword;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the adapter promises over a cloud, embedded or real. It leaves Team folders called {@code
 * Freihafen-Probe} behind in a real one, without groups: it destroys nothing.
 */
abstract class CloudContract {
    private final Ids ids = new Ids(() -> now(), new SecureRandom());
    private final GroupId own = new GroupId(ids.unit(), Part.PEOPLE);
    private final GroupId other = new GroupId(ids.unit(), Part.PEOPLE);
    private final OfWorkspace workspace = new OfWorkspace(ids.unit());
    private final FolderId folder = ids.folder();
    private final OfShare share = new OfShare(folder, other);
    private final String name = "Freihafen-Probe " + workspace.unit();
    private final Map<CloudKey, CloudObject> desired = new HashMap<>();
    private final Set<OfShare> outward = new HashSet<>();
    final InMemoryLinkPasswords passwords = new InMemoryLinkPasswords();
    private @Nullable NextcloudTarget connected;

    /** A new session with the same memory. */
    abstract NextcloudTarget connect(Map<GroupId, String> labels);

    /** The labels of two groups that the cloud can find. */
    abstract List<String> groupLabels();

    abstract Instant now();

    /** Somebody who has an account there. */
    abstract PersonId person();

    /** A cloud that stays must not be taken for another Freihafen's afterwards. */
    abstract void removeMark() throws Exception;

    /** As if Freihafen had died before it noted this. */
    abstract void forgetInMemory(CloudKey key);

    private Map<GroupId, String> labels() {
        return Map.of(own, groupLabels().getFirst(), other, groupLabels().getLast());
    }

    private NextcloudTarget target() {
        return Objects.requireNonNull(connected);
    }

    @BeforeEach
    void make() throws Exception {
        connected = connect(labels());
        desired.put(workspace, new WorkspaceObject(name, new TreeMap<>(Map.of(own, 15)), true));
        desired.put(new OfFolder(folder), new FolderObject(workspace.unit(), "Probe – Ä/Ö"));
        desired.put(share, new ShareObject(1, Optional.empty()));
        assertThat(run(everythingOfOurs())).isEqualTo(3);
    }

    @AfterEach
    void close() throws Exception {
        desired.clear();
        desired.put(workspace, new WorkspaceObject(name, new TreeMap<>(), true));
        run(everythingOfOurs());
        target().close();
    }

    private Scope<CloudKey> everythingOfOurs() {
        Set<CloudKey> keys = new HashSet<>(desired.keySet());
        keys.addAll(List.of(workspace, new OfFolder(folder), share));
        keys.addAll(outward);
        return Scope.only(keys);
    }

    private OfShare outward(Shared what, Recipient to) {
        OfShare key = new OfShare(what, to);
        outward.add(key);
        return key;
    }

    @Test
    void every_sort_of_share_is_made_changed_and_ended() throws Exception {
        LocalDate until = LocalDate.ofInstant(now(), ZoneOffset.UTC).plusDays(20);
        GrantId mail = ids.grant();
        Map<OfShare, ShareObject> wanted = new LinkedHashMap<>();
        for (Shared what : List.of(workspace, new OfFolder(folder))) {
            wanted.put(
                    outward(what, new Recipient.Somebody(person())),
                    new ShareObject(15, Optional.of(until)));
            wanted.put(
                    outward(what, new Recipient.Link(ids.grant())),
                    new ShareObject(1, Optional.of(until)));
            wanted.put(
                    outward(what, new Recipient.Link(ids.grant())),
                    new ShareObject(4, Optional.empty()));
        }
        wanted.put(
                outward(new OfFolder(folder), new Recipient.Mail(mail, "presse@example.org")),
                new ShareObject(5, Optional.empty()));
        desired.putAll(wanted);
        assertThat(run(everythingOfOurs())).isEqualTo(wanted.size());
        assertThat(really()).isEqualTo(State.of(desired));
        assertThat(run(everythingOfOurs())).isZero();

        wanted.keySet().forEach(key -> desired.put(key, new ShareObject(1, Optional.empty())));
        assertThat(run(everythingOfOurs())).isPositive();
        assertThat(really()).isEqualTo(State.of(desired));

        wanted.keySet().forEach(desired::remove);
        assertThat(run(everythingOfOurs())).isEqualTo(wanted.size());
        assertThat(really()).isEqualTo(State.of(desired));
    }

    @Test
    void a_link_gets_its_password_and_a_new_one() throws Exception {
        GrantId grant = ids.grant();
        OfShare link = outward(new OfFolder(folder), new Recipient.Link(grant));
        passwords.put(grant, new LinkPassword("kaiser-speicher-17"));
        desired.put(link, new ShareObject(1, Optional.empty(), Lock.NEW_PASSWORD));
        assertThat(run(everythingOfOurs())).isEqualTo(1);
        assertThat(passwords.waiting()).isEmpty();
        desired.put(link, new ShareObject(1, Optional.empty(), Lock.PASSWORD));
        assertThat(really()).isEqualTo(State.of(desired));

        passwords.put(grant, new LinkPassword("speicher-stadt-23"));
        desired.put(link, new ShareObject(1, Optional.empty(), Lock.NEW_PASSWORD));
        assertThat(run(everythingOfOurs())).isEqualTo(1);
        assertThat(passwords.waiting()).isEmpty();
        desired.put(link, new ShareObject(1, Optional.empty()));
        assertThat(run(everythingOfOurs())).isEqualTo(1);
        assertThat(really()).isEqualTo(State.of(desired));
    }

    @Test
    void a_link_made_twice_after_a_crash_is_one_link() throws Exception {
        OfShare link = outward(new OfFolder(folder), new Recipient.Link(ids.grant()));
        desired.put(link, new ShareObject(1, Optional.empty()));
        for (int i = 0; i < 2; i++) {
            forgetInMemory(link);
            List<Outcome> outcomes = new ArrayList<>();
            target().apply(
                            List.of(new Change.Create<>(link, desired.get(link))),
                            (_, outcome) -> outcomes.add(outcome));
            assertThat(outcomes).containsExactly(new Outcome.Applied());
        }
        assertThat(target().observe(Scope.everything()).keys())
                .noneMatch(CloudKey.OfStrayShare.class::isInstance);
        assertThat(really()).isEqualTo(State.of(desired));
    }

    private int run(Scope<CloudKey> scope) throws Exception {
        List<Outcome> outcomes = new ArrayList<>();
        State<CloudKey, CloudObject> wanted = State.of(desired);
        Plan<CloudKey, CloudObject> plan =
                Plan.between(target().observe(scope), wanted, key -> !(key instanceof OfShare));
        target().believe();
        target().apply(plan.changes(), (_, outcome) -> outcomes.add(outcome));
        assertThat(outcomes).allMatch(new Outcome.Applied()::equals);
        return outcomes.size();
    }

    private State<CloudKey, CloudObject> really() throws Exception {
        return target().observe(Scope.everything()).within(everythingOfOurs());
    }

    @Test
    void what_was_made_is_observed_as_it_was_wanted() throws Exception {
        assertThat(really()).isEqualTo(State.of(desired));
        assertThat(run(everythingOfOurs())).isZero();
    }

    @Test
    void a_new_session_sees_the_same() throws Exception {
        target().close();
        connected = connect(labels());

        assertThat(really()).isEqualTo(State.of(desired));
    }

    @Test
    void rights_end_and_name_change_without_a_new_identity() throws Exception {
        LocalDate until = LocalDate.ofInstant(now(), ZoneOffset.UTC).plusDays(40);
        desired.put(share, new ShareObject(15, Optional.of(until)));
        desired.put(
                workspace,
                new WorkspaceObject(name + " neu", new TreeMap<>(Map.of(own, 1, other, 15)), true));
        desired.put(new OfFolder(folder), new FolderObject(workspace.unit(), "Probe – Ü"));
        assertThat(run(everythingOfOurs())).isEqualTo(3);
        assertThat(really()).isEqualTo(State.of(desired));

        desired.put(share, new ShareObject(1, Optional.empty()));
        desired.put(workspace, new WorkspaceObject(name, new TreeMap<>(Map.of(own, 15)), true));
        assertThat(run(everythingOfOurs())).isEqualTo(2);
        assertThat(really()).isEqualTo(State.of(desired));
    }

    @Test
    void an_ended_share_is_gone_and_ending_it_again_does_no_harm() throws Exception {
        var delete =
                new Change.Delete<CloudKey, CloudObject>(
                        share, new ShareObject(1, Optional.empty()));
        List<Outcome> outcomes = new ArrayList<>();
        target().apply(List.of(delete), (_, outcome) -> outcomes.add(outcome));
        target().apply(List.of(delete), (_, outcome) -> outcomes.add(outcome));
        desired.remove(share);

        assertThat(outcomes).hasSize(2).allMatch(new Outcome.Applied()::equals);
        assertThat(really()).isEqualTo(State.of(desired));
    }

    @Test
    void applying_again_changes_nothing() throws Exception {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            State.of(desired)
                    .forEach((key, object) ->
                            target().apply(
                                            List.of(new Change.Create<>(key, object)),
                                            (_, outcome) -> outcomes.add(outcome)));
        }

        assertThat(outcomes).hasSize(6).allMatch(new Outcome.Applied()::equals);
        assertThat(really()).isEqualTo(State.of(desired));
    }

    @Test
    void the_mark_is_kept() throws Exception {
        var before = target().epoch();
        var mark = new Epoch(ids.next(), 3);
        target().leave(mark);
        assertThat(target().epoch()).contains(mark);
        if (before.isPresent()) {
            target().leave(before.get());
        } else {
            removeMark();
        }
    }
}
