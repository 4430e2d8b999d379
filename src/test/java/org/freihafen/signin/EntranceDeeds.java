package org.freihafen.signin;

import org.freihafen.access.Access;
import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Duty;
import org.freihafen.access.DutyHeld;
import org.freihafen.access.InMemoryDuties;
import org.freihafen.access.Standings;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.InMemoryAccounts;
import org.freihafen.accounts.InMemoryPasswordLinks;
import org.freihafen.accounts.InMemoryUses;
import org.freihafen.accounts.Username;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Deed;
import org.freihafen.audit.Deed.Told;
import org.freihafen.audit.InMemoryTrail;
import org.freihafen.directory.Passwords;
import org.freihafen.governance.FederationStandings;
import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.InMemoryMemberships;
import org.freihafen.membership.InMemoryPeople;
import org.freihafen.reconcile.RecordingWake;
import org.freihafen.reconcile.Saying;
import org.freihafen.structure.InMemoryUnits;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is done on the way in: links, passwords, tokens and codes. */
public final class EntranceDeeds {
    private static final Actor HOST = new Actor.Host();

    private final Clock clock = Clock.fixed(Instant.parse("2026-10-01T12:00:00Z"), ZoneOffset.UTC);
    private final Ids ids = new Ids(clock, new Random(1));
    private final SecureRandom random = new SecureRandom();
    private final InMemoryTrail trail = new InMemoryTrail(clock);
    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final InMemoryDuties duties = new InMemoryDuties();
    private final InMemoryPasswordLinks links = new InMemoryPasswordLinks();
    private final InMemoryUses uses = new InMemoryUses(accounts);
    private final RecordingWake wake = new RecordingWake();
    private final InMemoryOneTimeCodes codes = new InMemoryOneTimeCodes();
    private final PersonId ada = ids.person();
    private final PersonId rosa = ids.person();
    private final MakingTokens tokens =
            new MakingTokens(new InMemoryTokens(), trail, ids, random, clock);
    private final HostGrant host = new HostGrant(codes, accounts, duties, trail, clock);

    private EntranceDeeds() {
        accounts.add(
                List.of(
                        new Account(ada, new Username("ada"), "Ada", Account.State.ACTIVE, false),
                        new Account(
                                rosa, new Username("rosa"), "Rosa", Account.State.INVITED, false)));
    }

    public static Stream<Deed> all() {
        return Stream.of(
                deed(
                        "IssuingPasswordLinks.issue",
                        e -> {
                            e.link();
                            return AuditEntry.of(
                                    Actor.of(e.ada), "password-link.issued", e.rosa.value());
                        }),
                deed(
                        "SettingPasswords.set",
                        e -> {
                            e.setting().set(e.link(), "vier Wörter ohne Sinn");
                            return AuditEntry.of(Actor.of(e.rosa), "password.set", e.rosa.value());
                        }),
                deed(
                        "MakingTokens.make",
                        e -> AuditEntry.of(Actor.of(e.rosa), "token.made", e.token().id())),
                deed(
                        "MakingTokens.end",
                        e -> {
                            Token token = e.token();
                            done(e.tokens.end(e.rosa, token.id()));
                            return AuditEntry.of(Actor.of(e.rosa), "token.ended", token.id());
                        }),
                deed(
                        "SettingUp.redeem",
                        e -> {
                            PersonId first = e.setUp();
                            return AuditEntry.of(HOST, "administrator.set-up", first.value());
                        }),
                deed(
                        "HostGrant.open",
                        e -> {
                            e.codeFromHost();
                            return AuditEntry.of(HOST, "administrator.code-opened", e.rosa.value())
                                    .because("locked out");
                        }),
                deed(
                        "HostGrant.redeem",
                        e -> {
                            done(e.host.redeem(e.codeFromHost()));
                            return AuditEntry.of(HOST, "administrator.granted", e.rosa.value());
                        }));
    }

    private Secret link() {
        duties.give(new DutyHeld(ada, Duty.ADMINISTRATOR, Standings.FEDERATION, Optional.empty()));
        Access access =
                new Access(
                        new FederationStandings(
                                new InMemoryUnits(), new InMemoryMemberships(), duties, clock));
        IssuingPasswordLinks issuing =
                new IssuingPasswordLinks(access, accounts, links, trail, random, clock);
        return done(issuing.issue(Actor.of(ada), rosa)).secret();
    }

    private SettingPasswords setting() {
        return new SettingPasswords(
                links,
                accounts,
                new ClosingLinks(links, accounts, uses, trail, wake, clock),
                new Taking(),
                new Admissions(),
                clock);
    }

    private Token token() {
        Instant until = clock.instant().plus(Duration.ofDays(1));
        return done(tokens.make(rosa, "backup", Token.Scope.READ, until)).token();
    }

    private PersonId setUp() {
        SettingUp settingUp =
                new SettingUp(
                        codes,
                        new InMemoryPeople(),
                        accounts,
                        duties,
                        trail,
                        new RecordingWake(),
                        ids,
                        random,
                        clock);
        Secret code = settingUp.open().orElseThrow();
        return done(settingUp.redeem(code, new Username("first"), "First"));
    }

    private Secret codeFromHost() {
        Secret secret = Secret.fresh(random);
        done(host.open(new Username("rosa"), secret.digest(), "locked out"));
        return secret;
    }

    private static Deed deed(String useCase, Function<EntranceDeeds, AuditEntry> deed) {
        return new Deed(
                useCase,
                () -> {
                    EntranceDeeds entrance = new EntranceDeeds();
                    return new Told(entrance.trail, deed.apply(entrance));
                });
    }

    private static <T> T done(Decision<T> decision) {
        return switch (decision) {
            case Decision.Done<T>(T value) -> value;
            case Decision.Refused<T>(var why) -> throw new AssertionError(why.toString());
        };
    }

    /** A directory that takes any password. */
    private static final class Taking implements Passwords {
        @Override
        public Optional<Saying> set(PersonId person, String password) {
            return Optional.empty();
        }

        @Override
        public Optional<PersonId> authenticate(String username, String password) {
            return Optional.empty();
        }
    }
}
