package org.freihafen.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.access.Access;
import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Standing;
import org.freihafen.access.Standings;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.Naming;
import org.freihafen.accounts.Username;
import org.freihafen.audit.Trail;
import org.freihafen.ceilings.Ceilings;
import org.freihafen.ceilings.CloudCeilings;
import org.freihafen.governance.Addressees;
import org.freihafen.governance.Bounds;
import org.freihafen.governance.ChangingUnits;
import org.freihafen.governance.Electing;
import org.freihafen.governance.Founding;
import org.freihafen.governance.Inviting;
import org.freihafen.granting.GrantCheck;
import org.freihafen.granting.Granting;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.Role;
import org.freihafen.reconcile.RecordingWake;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Permission;
import org.freihafen.signin.HostGrant;
import org.freihafen.signin.MakingTokens;
import org.freihafen.signin.SettingUp;
import org.freihafen.signin.Token;
import org.freihafen.structure.Entrants;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKey;
import org.freihafen.workspaces.CreatingFolders;
import org.freihafen.workspaces.FolderRef;
import org.freihafen.workspaces.Workspace;
import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/** Whatever somebody writes, a use case does what was asked or names the rule that refuses it. */
abstract class AnyText {
    private static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");
    private static final Bounds BOUNDS = new Bounds(9_999, 9_999, Duration.ofDays(30));
    private static final int TEXTS = 150;
    private static final String[] LETTERS = {
        "a",
        "Z",
        "é",
        "e\u0301",
        "İ",
        "ß",
        "漢",
        "\uD83D\uDE80",
        "\uD83D",
        "\uDE80",
        "\0",
        "\n",
        " ",
        "/",
        ".",
        "@",
        "%",
        "'",
        "\\",
        "\u202E",
        "\uFFFF",
        "\u2028",
        "\uFEFF",
        "-"
    };
    private static final int[] LENGTHS = {0, 1, 2, 5, 40, 60, 100, 120, 200, 400, 1_200, 4_000};

    private final Random random = new Random(20261123);
    private final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    private final Ids ids = new Ids(clock, random);
    private int count;

    abstract StoreContract store();

    @Test
    void no_text_whatsoever_breaks_a_use_case() {
        PersonId rosa = store().somebody();
        store().accounts()
                .add(
                        List.of(
                                new Account(
                                        rosa,
                                        new Username("rosa"),
                                        "Rosa",
                                        Account.State.ACTIVE,
                                        false)));
        Map<String, Function<String, Decision<?>>> uses = uses(rosa);
        Map<String, Integer> done = new LinkedHashMap<>();
        for (int i = 0; i < TEXTS; i++) {
            String text = text();
            uses.forEach((name, use) -> {
                if (use.apply(text) instanceof Decision.Done<?>) {
                    done.merge(name, 1, Integer::sum);
                }
            });
        }
        assertThat(done.keySet()).contains("invite", "grant", "token");
    }

    private Map<String, Function<String, Decision<?>>> uses(PersonId rosa) {
        Actor actor = Actor.of(rosa);
        Access access = new Access(new Everything());
        RecordingWake wake = new RecordingWake();
        Trail trail = store().trail(clock);
        Unit root = unit("federation", Optional.empty());
        Unit group = unit("working-group", Optional.of(root.id()));
        Unit board = unit("board", Optional.of(root.id()));
        store().workspaces().add(new Workspace(root.id(), "working", false));
        Addressees addressees = new Addressees(store().accounts(), store().people());
        Inviting inviting =
                new Inviting(
                        access,
                        store().units(),
                        addressees,
                        store().invitations(),
                        trail,
                        BOUNDS,
                        ids,
                        clock);
        Founding founding =
                new Founding(
                        access,
                        StoreContract.KINDS,
                        store().units(),
                        store().memberships(),
                        store().workspaces(),
                        inviting,
                        trail,
                        wake,
                        BOUNDS,
                        ids,
                        clock);
        ChangingUnits changing = new ChangingUnits(access, store().units(), trail, wake);
        Electing electing =
                new Electing(
                        access,
                        store().units(),
                        addressees,
                        store().memberships(),
                        trail,
                        wake,
                        clock);
        CreatingFolders folders =
                new CreatingFolders(
                        access, store().units(), store().workspaces(), trail, wake, ids);
        Granting granting =
                new Granting(
                        access,
                        store().units(),
                        store().grants(),
                        new GrantCheck(
                                store().units(),
                                store().workspaces(),
                                store().grants(),
                                new Ceilings(CloudCeilings.none(), store().unitCeilings()),
                                Entrants.byKind(),
                                clock),
                        store().linkPasswords(),
                        trail,
                        wake,
                        ids,
                        clock);
        MakingTokens tokens =
                new MakingTokens(store().tokens(), trail, ids, new SecureRandom(), clock);
        Naming naming = new Naming(access, store().accounts(), trail, wake, clock);
        SettingUp settingUp =
                new SettingUp(
                        store().oneTimeCodes(),
                        store().people(),
                        store().accounts(),
                        store().duties(),
                        trail,
                        wake,
                        ids,
                        new SecureRandom(),
                        clock);
        HostGrant host =
                new HostGrant(
                        store().oneTimeCodes(), store().accounts(), store().duties(), trail, clock);
        Map<String, Function<String, Decision<?>>> uses = new LinkedHashMap<>();
        uses.put("invite", text -> inviting.invite(actor, group.id(), text));
        uses.put("elect", text -> electing.record(actor, board.id(), elected(text)));
        uses.put("found", text -> founding.found(actor, wish(root, text, "rosa")));
        uses.put("found with", text -> founding.found(actor, wish(root, "AG " + count++, text)));
        uses.put("rename", text -> changing.rename(actor, group.id(), text));
        uses.put("folder", text -> folders.create(actor, root.id(), text));
        uses.put(
                "grant",
                text -> {
                    Decision<?> given = granting.grant(actor, wish(root, group, text));
                    if (given instanceof Decision.Done<?>(var grant)) {
                        granting.end(actor, ((Grant) grant).id());
                    }
                    return given;
                });
        uses.put(
                "token",
                text -> {
                    Decision<MakingTokens.Made> made =
                            tokens.make(rosa, text, Token.Scope.READ, NOON.plusSeconds(9));
                    if (made instanceof Decision.Done<MakingTokens.Made>(var token)) {
                        tokens.end(rosa, token.token().id());
                    }
                    return made;
                });
        uses.put("display name", text -> naming.displayName(actor, rosa, text));
        uses.put("login", text -> naming.login(actor, rosa, text));
        uses.put("host", text -> host.open(new Username("rosa"), "digest" + count++, text));
        uses.put(
                "set up",
                text ->
                        settingUp.redeem(
                                settingUp.open().orElseThrow(),
                                new Username("first-" + count++),
                                text + "\0"));
        return uses;
    }

    private static Electing.Result elected(String address) {
        return new Electing.Result(address, Role.LEAD, Optional.empty());
    }

    private static Founding.Wish wish(Unit parent, String name, String founder) {
        return new Founding.Wish("working-group", parent.key(), name, List.of(founder));
    }

    private static Granting.Wish wish(Unit giver, Unit to, String reason) {
        return new Granting.Wish(
                FolderRef.whole(giver.id()),
                new GroupId(to.id(), Part.PEOPLE),
                Set.of(Permission.READ),
                Optional.empty(),
                reason);
    }

    private Unit unit(String kind, Optional<UnitId> parent) {
        Unit unit =
                new Unit(
                        ids.unit(),
                        new UnitKey("x-" + count++),
                        StoreContract.kind(kind),
                        kind,
                        parent,
                        Optional.empty(),
                        Unit.Origin.FOUNDED,
                        false);
        store().units().add(unit);
        return unit;
    }

    /** Some letters again and again, up to about a length at which something ends. */
    private String text() {
        int length = LENGTHS[random.nextInt(LENGTHS.length)] + random.nextInt(3) - 1;
        int letters = 1 + random.nextInt(3);
        int bad = random.nextInt(3) == 0 ? LETTERS.length : 8;
        String[] own = new String[letters];
        for (int i = 0; i < letters; i++) {
            own[i] = LETTERS[random.nextInt(bad)];
        }
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(own[random.nextInt(letters)]);
        }
        return text.toString();
    }

    private static final class Everything implements Standings {
        @Override
        public Set<Standing> of(PersonId person, UnitId unit) {
            return EnumSet.allOf(Standing.class);
        }

        @Override
        public UnitId root() {
            return FEDERATION;
        }
    }
}
