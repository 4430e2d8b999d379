package org.freihafen.cloud.nextcloud;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;

import org.freihafen.cloud.CloudKey;
import org.freihafen.cloud.CloudKey.OfFolder;
import org.freihafen.cloud.CloudKey.OfPersonalShare;
import org.freihafen.cloud.CloudKey.OfRules;
import org.freihafen.cloud.CloudKey.OfShare;
import org.freihafen.cloud.CloudKey.OfWorkspace;
import org.freihafen.cloud.CloudKey.Shared;
import org.freihafen.cloud.CloudObject;
import org.freihafen.cloud.CloudObject.FolderObject;
import org.freihafen.cloud.CloudObject.Lock;
import org.freihafen.cloud.CloudObject.PersonalShareObject;
import org.freihafen.cloud.CloudObject.RulesObject;
import org.freihafen.cloud.CloudObject.ShareObject;
import org.freihafen.cloud.CloudObject.WorkspaceObject;
import org.freihafen.cloud.Federation;
import org.freihafen.cloud.Filing.Paper;
import org.freihafen.cloud.Recipient;
import org.freihafen.cloud.TeamFolderAdoption.Foreign;
import org.freihafen.cloud.nextcloud.Session.Cookies;
import org.freihafen.cloud.nextcloud.Shares.Share;
import org.freihafen.cloud.nextcloud.Shares.Sort;
import org.freihafen.cloud.nextcloud.Shares.Whom;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.ids.FolderId;
import org.freihafen.ids.GrantId;
import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.policy.Check;
import org.freihafen.policy.Inspection;
import org.freihafen.policy.Requirements;
import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Epoch;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Plan;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.Scope;
import org.freihafen.reconcile.State;
import org.freihafen.shares.InMemoryLinkPasswords;
import org.freihafen.shares.InMemoryShownAnew;
import org.freihafen.shares.LinkPassword;
import org.freihafen.shares.Permission;
import org.freihafen.structure.Unit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
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
    final InMemoryShownAnew shownAnew = new InMemoryShownAnew();
    private @Nullable NextcloudTarget connected;

    /** A new session with the same memory. */
    abstract NextcloudTarget connect(Map<GroupId, String> labels);

    /** The labels of two groups that the cloud can find. */
    abstract List<String> groupLabels();

    abstract Instant now();

    /** Somebody who has an account there. */
    abstract PersonId person();

    /** Somebody who is in the first group alone. */
    abstract Member member();

    /** An account on another Nextcloud that this one reaches. */
    abstract String remote();

    /** A cloud that stays must not be taken for another Freihafen's afterwards. */
    abstract void removeMark() throws Exception;

    /** As if Freihafen had died before it noted this. */
    abstract void forgetInMemory(CloudKey key);

    /** The cloud's id of something that was made. */
    abstract String idOf(CloudKey key);

    /** What the cloud calls a group that it was asked for. */
    abstract String gid(GroupId group);

    /** The service account in a session of its own. */
    abstract Session service();

    /** Somebody who uses the cloud itself. */
    record Member(URI cloud, String id, String login, String password) {
        Session session() {
            return EmbeddedNextcloud.session(cloud, login, password);
        }

        /** The folders that they find, by file id, and what they may do in each. */
        Map<String, Set<Permission>> finds() throws Exception {
            return Seen.by(cloud, id, login, password).folders();
        }

        /** The ids of the shares that are in their own files. */
        List<String> received() throws Exception {
            try (Session session = session()) {
                JsonValue all =
                        new Ocs(session)
                                .get(
                                        "/ocs/v2.php/apps/files_sharing/api/v1/shares"
                                                + "?shared_with_me=true",
                                        Saying.of("asked.list-shares"));
                return all.asJsonArray().stream()
                        .map(each -> Ocs.text(each.asJsonObject(), "id"))
                        .toList();
            }
        }

        /** Takes a share out of their own files. */
        void hide(String id) throws Exception {
            try (Session session = session()) {
                new Shares(new Ocs(session)).end(id);
            }
        }

        Share share(String path, Whom whom, int permissions) throws Exception {
            try (Session session = session()) {
                return new Shares(new Ocs(session))
                        .make(
                                path,
                                whom,
                                new ShareObject(permissions, Optional.empty()),
                                Optional.empty(),
                                Cookies.NONE);
            }
        }
    }

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
        keys.addAll(List.of(workspace, new OfFolder(folder), new OfRules(folder), share));
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

    @Test
    void each_combination_of_rights_is_kept_as_it_was_given() throws Exception {
        OfShare link = outward(new OfFolder(folder), new Recipient.Link(ids.grant()));
        OfShare mail =
                outward(
                        new OfFolder(folder),
                        new Recipient.Mail(ids.grant(), "vorstand@example.org"));
        for (int bits : List.of(1, 5, 7, 9, 13, 15)) {
            List.of(share, link, mail)
                    .forEach(key -> desired.put(key, new ShareObject(bits, Optional.empty())));
            run(everythingOfOurs());
            assertThat(really()).isEqualTo(State.of(desired));
        }
        List.of(link, mail).forEach(key -> desired.put(key, new ShareObject(4, Optional.empty())));
        run(everythingOfOurs());
        assertThat(really()).isEqualTo(State.of(desired));
    }

    @Test
    void somebody_on_another_cloud_gets_a_share_that_changes_and_ends() throws Exception {
        LocalDate until = LocalDate.ofInstant(now(), ZoneOffset.UTC).plusDays(20);
        OfShare there = outward(new OfFolder(folder), new Recipient.Remote(remote()));
        for (ShareObject terms :
                List.of(
                        new ShareObject(1, Optional.of(until)),
                        new ShareObject(15, Optional.empty()))) {
            desired.put(there, terms);
            assertThat(run(everythingOfOurs())).isEqualTo(1);
            assertThat(really()).isEqualTo(State.of(desired));
        }
        desired.remove(there);
        assertThat(run(everythingOfOurs())).isEqualTo(1);
        assertThat(really()).isEqualTo(State.of(desired));
    }

    @Test
    void a_folder_is_closed_to_a_group_and_opened_again() throws Exception {
        String id = idOf(new OfFolder(folder));
        assertThat(member().finds().get(id))
                .containsExactlyInAnyOrder(
                        Permission.READ, Permission.EDIT, Permission.CREATE, Permission.DELETE);

        desired.put(new OfRules(folder), new RulesObject(new TreeMap<>(Map.of(own, 0))));
        assertThat(run(everythingOfOurs())).isEqualTo(1);
        assertThat(member().finds()).doesNotContainKey(id);
        target().close();
        connected = connect(labels());
        assertThat(really()).isEqualTo(State.of(desired));

        desired.remove(new OfRules(folder));
        assertThat(run(everythingOfOurs())).isEqualTo(1);
        assertThat(really()).isEqualTo(State.of(desired));
        assertThat(member().finds()).containsKey(id);
    }

    @Test
    void what_people_share_themselves_is_found_however_deep_and_can_be_ended() throws Exception {
        FolderId deep = ids.folder();
        desired.put(workspace, new WorkspaceObject(name, new TreeMap<>(Map.of(own, 31)), true));
        desired.put(
                new OfFolder(deep), new FolderObject(workspace.unit(), "Probe – Ä/Ö/tief/unten"));
        run(everythingOfOurs());
        String path = "/" + name + "/Probe – Ä/Ö/tief/unten";
        List<String> made = new ArrayList<>();
        for (Whom whom :
                List.of(
                        new Whom(Sort.PERSON, person().toString(), Optional.empty()),
                        new Whom(Sort.LINK, "", Optional.empty()),
                        new Whom(Sort.MAIL, "draussen@example.org", Optional.empty()),
                        new Whom(Sort.REMOTE, remote(), Optional.empty()))) {
            made.add(member().share(path, whom, 1).id());
        }

        target().close();
        connected = connect(labels());
        State<CloudKey, CloudObject> seen = target().observe(Scope.everything());
        List<Change<CloudKey, CloudObject>> ends = new ArrayList<>();
        for (String id : made) {
            PersonalShareObject found =
                    (PersonalShareObject) seen.get(new OfPersonalShare(id)).orElseThrow();
            assertThat(found.by()).isEqualTo(member().id());
            assertThat(found.path()).isEqualTo("Probe – Ä/Ö/tief/unten");
            assertThat(found.fileId()).isEqualTo(idOf(new OfFolder(deep)));
            ends.add(new Change.Delete<>(new OfPersonalShare(id), found));
        }
        List<Outcome> outcomes = new ArrayList<>();
        target().apply(ends, (_, outcome) -> outcomes.add(outcome));
        assertThat(outcomes).hasSize(4).allMatch(new Outcome.Applied()::equals);

        target().close();
        connected = connect(labels());
        assertThat(target().observe(Scope.everything()).keys())
                .noneMatch(OfPersonalShare.class::isInstance);
        desired.put(workspace, new WorkspaceObject(name, new TreeMap<>(Map.of(own, 15)), true));
    }

    @Test
    void who_hid_a_share_is_told_and_sees_it_again_when_it_is_shown_anew() throws Exception {
        OfShare toOwn = outward(new OfFolder(folder), new Recipient.Members(own));
        desired.put(workspace, new WorkspaceObject(name, new TreeMap<>(Map.of(other, 15)), true));
        desired.put(toOwn, new ShareObject(1, Optional.empty()));
        assertThat(run(everythingOfOurs())).isEqualTo(2);
        String first = idOf(toOwn);
        assertThat(member().received()).contains(first);

        member().hide(first);
        assertThat(member().received()).doesNotContain(first);
        assertThat(really()).isEqualTo(State.of(desired));
        assertThat(target().hiding(folder, own)).containsExactly(PersonId.of(member().id()));

        GrantId grant = ids.grant();
        shownAnew.ask(grant);
        desired.put(toOwn, new ShareObject(1, Optional.empty(), Lock.OPEN, Optional.of(grant)));
        assertThat(run(everythingOfOurs())).isEqualTo(1);
        desired.put(toOwn, new ShareObject(1, Optional.empty()));

        assertThat(shownAnew.waiting()).isEmpty();
        assertThat(member().received()).contains(idOf(toOwn)).doesNotContain(first);
        assertThat(really()).isEqualTo(State.of(desired));
    }

    /** They find the folder in their workspace all the same. */
    @Test
    void who_has_the_workspace_too_and_hides_a_share_out_of_it_is_not_told() throws Exception {
        OfShare toOwn = outward(new OfFolder(folder), new Recipient.Members(own));
        desired.put(toOwn, new ShareObject(1, Optional.empty()));
        assertThat(run(everythingOfOurs())).isEqualTo(1);

        member().hide(idOf(toOwn));
        assertThat(member().finds()).containsKey(idOf(new OfFolder(folder)));
        assertThat(really()).isEqualTo(State.of(desired));
        assertThat(target().hiding(folder, own)).isEmpty();
    }

    @Test
    void a_share_taken_over_outlasts_that_of_the_person() throws Exception {
        desired.remove(share);
        desired.put(workspace, new WorkspaceObject(name, new TreeMap<>(Map.of(own, 31)), true));
        run(everythingOfOurs());
        String path = "/" + name + "/Probe – Ä/Ö";
        String personal =
                member().share(path, new Whom(Sort.GROUP, gid(other), Optional.empty()), 5).id();
        target().close();
        connected = connect(labels());
        CloudObject found =
                target().observe(Scope.everything())
                        .get(new OfPersonalShare(personal))
                        .orElseThrow();

        desired.put(share, new ShareObject(5, Optional.empty()));
        List<Outcome> outcomes = new ArrayList<>();
        List<Change<CloudKey, CloudObject>> changes =
                List.of(
                        new Change.Create<>(share, desired.get(share)),
                        new Change.Delete<>(new OfPersonalShare(personal), found));
        target().apply(changes, (_, outcome) -> outcomes.add(outcome));
        target().apply(changes.subList(0, 1), (_, outcome) -> outcomes.add(outcome));

        assertThat(outcomes.getLast()).isEqualTo(new Outcome.Applied());
        assertThat(really()).isEqualTo(State.of(desired));
    }

    @Test
    void a_group_and_a_missing_share_are_seen_as_somebody_left_them_and_put_back()
            throws Exception {
        try (Session session = service()) {
            new TeamFolders(new Ocs(session)).add(idOf(workspace), gid(other));
            new Shares(new Ocs(session)).end(idOf(share));
        }
        State<CloudKey, CloudObject> seen = really();
        assertThat(seen.get(workspace))
                .contains(
                        new WorkspaceObject(
                                name,
                                new TreeMap<>(Map.of(own, 15, other, TeamFolders.ALL_RIGHTS)),
                                true));
        assertThat(seen.get(share)).isEmpty();

        target().believe();
        assertThat(run(everythingOfOurs())).isEqualTo(2);
        assertThat(really()).isEqualTo(State.of(desired));
    }

    @Test
    void a_closed_folder_that_somebody_opened_by_hand_is_seen_and_closed_again() throws Exception {
        String id = idOf(new OfFolder(folder));
        desired.put(new OfRules(folder), new RulesObject(new TreeMap<>(Map.of(own, 0))));
        run(everythingOfOurs());
        try (Session session = service()) {
            new PathRules(session, new Dav(session))
                    .write(
                            "/" + name + "/Probe – Ä/Ö",
                            Map.of(
                                    PathRules.Whom.group(session.cloud().serviceGroup()),
                                    TeamFolders.ALL_RIGHTS));
        }
        assertThat(member().finds()).containsKey(id);

        target().close();
        connected = connect(labels());
        assertThat(really().get(new OfRules(folder))).contains(new RulesObject(new TreeMap<>()));
        target().believe();
        assertThat(run(everythingOfOurs())).isEqualTo(1);
        assertThat(member().finds()).doesNotContainKey(id);
    }

    @Test
    void a_team_folder_that_stood_there_before_becomes_a_workspace_with_what_lies_in_it()
            throws Exception {
        OfWorkspace linked = new OfWorkspace(ids.unit());
        String old;
        String inside;
        try (Session session = service()) {
            TeamFolders folders = new TeamFolders(new Ocs(session));
            old = folders.make(name + " alt");
            folders.add(old, session.cloud().serviceGroup());
            Dav dav = new Dav(session);
            inside = dav.make("/" + name + " alt/Akten", Cookies.NONE).fileId().orElseThrow();
            folders.remove(old, session.cloud().serviceGroup());
            folders.add(old, gid(other));
        }
        Unit unit = unit(new Federation().group("probe", "Probe"), linked.unit());
        assertThat(target().foreignFolders().foreign()).extracting(Foreign::id).contains(old);
        assertThat(target().foreignFolders().link(unit, old, Runnable::run))
                .isEqualTo(new Outcome.Applied());

        for (Map<GroupId, Integer> groups : List.of(Map.of(own, 15), Map.<GroupId, Integer>of())) {
            desired.put(linked, new WorkspaceObject(name + " neu", new TreeMap<>(groups), true));
            assertThat(run(everythingOfOurs())).isEqualTo(1);
            assertThat(idOf(linked)).isEqualTo(old);
            assertThat(really()).isEqualTo(State.of(desired));
            assertThat(member().finds().containsKey(inside)).isEqualTo(!groups.isEmpty());
        }
    }

    private static Unit unit(Unit like, UnitId id) {
        return new Unit(
                id,
                like.key(),
                like.kind(),
                like.name(),
                like.parent(),
                like.officialKey(),
                like.origin(),
                like.ended());
    }

    @Test
    void a_folder_moved_by_hand_is_followed_by_its_file_id() throws Exception {
        try (Session session = service()) {
            Dav dav = new Dav(session);
            dav.make("/" + name + "/Neu", Cookies.NONE);
            dav.move("/" + name + "/Probe – Ä/Ö", "/" + name + "/Neu/Umbenannt", Cookies.NONE);
        }

        assertThat(really().get(new OfFolder(folder)))
                .contains(new FolderObject(workspace.unit(), "Neu/Umbenannt"));
        assertThat(really().get(share)).contains(new ShareObject(1, Optional.empty()));
        target().believe();

        desired.put(new OfFolder(folder), new FolderObject(workspace.unit(), "Probe – Ä/Ö"));
        assertThat(run(everythingOfOurs())).isEqualTo(1);
        assertThat(really()).isEqualTo(State.of(desired));
    }

    @Test
    void a_workspace_that_is_given_up_is_closed_to_all_and_opens_again_with_its_files()
            throws Exception {
        String id = idOf(new OfFolder(folder));
        desired.remove(share);
        desired.put(workspace, new WorkspaceObject(name, new TreeMap<>(), true));
        assertThat(run(everythingOfOurs())).isEqualTo(2);
        assertThat(really()).isEqualTo(State.of(desired));
        assertThat(member().finds()).doesNotContainKey(id);

        desired.put(workspace, new WorkspaceObject(name, new TreeMap<>(Map.of(own, 15)), true));
        assertThat(run(everythingOfOurs())).isEqualTo(1);
        assertThat(really()).isEqualTo(State.of(desired));
        assertThat(member().finds()).containsKey(id);
    }

    @Test
    void what_the_cloud_shows_of_its_settings_is_read_back() throws Exception {
        target().observe(Scope.everything());
        Inspection shown = target().inspection().orElseThrow();

        assertThat(shown.alarms()).isEmpty();
        assertThat(shown.version()).isNotEmpty();
        assertThat(shown.in(Check.State.MET))
                .extracting(check -> check.requirement().name())
                .contains(Requirements.CONNECTION, Requirements.DELEGATION, Requirements.GROUPS);
    }

    private int run(Scope<CloudKey> scope) throws Exception {
        List<Outcome> outcomes = new ArrayList<>();
        State<CloudKey, CloudObject> wanted = State.of(desired);
        Plan<CloudKey, CloudObject> plan =
                Plan.between(
                        target().observe(scope),
                        wanted,
                        key -> !(key instanceof OfShare || key instanceof OfRules));
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
    void a_new_file_is_written_once_and_never_over_another() throws Exception {
        Epoch ours = target().epoch().orElse(new Epoch(ids.next(), 1));
        Paper paper = new Paper(workspace.unit(), "Auszüge", "Mai 2026.csv", "\ufeff\"Köln\"\r\n");

        assertThat(target().file(ours, paper)).isEqualTo(new Outcome.Applied());
        assertThat(target().file(ours, paper)).isEqualTo(new Outcome.Applied());
        assertThat(
                        target().file(
                                        ours,
                                        new Paper(
                                                paper.unit(),
                                                paper.folder(),
                                                paper.name(),
                                                "anderes")))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(read("/" + name + "/Auszüge/Mai 2026.csv")).contains(paper.text());
    }

    @Test
    void a_file_for_a_workspace_that_is_not_there_yet_waits() throws Exception {
        Epoch ours = target().epoch().orElse(new Epoch(ids.next(), 1));

        assertThat(target().file(ours, new Paper(ids.unit(), "Auszüge", "Mai.csv", "")))
                .isInstanceOf(Outcome.NotYet.class);
    }

    @Test
    void a_cloud_with_the_mark_of_another_installation_gets_no_file() throws Exception {
        var before = target().epoch();
        target().leave(new Epoch(ids.next(), 3));
        Paper paper = new Paper(workspace.unit(), "Fremd", "Mai 2026.csv", "Zahlen");

        assertThat(target().file(new Epoch(ids.next(), 9), paper))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(read("/" + name + "/Fremd/Mai 2026.csv")).isEmpty();

        if (before.isPresent()) {
            target().leave(before.get());
        } else {
            removeMark();
        }
    }

    private Optional<String> read(String path) throws Exception {
        try (Session session = service()) {
            return new Dav(session).read(path);
        }
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
