package org.freihafen.signin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.access.TextRule;
import org.freihafen.access.TextRule.Text;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A person makes tokens for programs of theirs, and ends them. Nobody sees another's. */
@Dependent
@Transactional
public class MakingTokens {
    public static final Duration LONGEST = Duration.ofDays(366);
    private static final int MOST = 20;

    private final Tokens tokens;
    private final Trail trail;
    private final Ids ids;
    private final SecureRandom random;
    private final Clock clock;

    @Inject
    public MakingTokens(Tokens tokens, Trail trail, Ids ids, SecureRandom random, Clock clock) {
        this.tokens = tokens;
        this.trail = trail;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    /** A token with the secret that is shown this once. */
    public record Made(Token token, Secret secret) {}

    public Decision<Made> make(PersonId person, String name, Token.Scope scope, Instant until) {
        Instant now = clock.instant();
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
            return Decision.refused(Refusal.by(Rule.TOKEN_END, String.valueOf(LONGEST.toDays())));
        }
        Optional<Refusal> badName = TextRule.check(Text.TOKEN_NAME, name);
        if (badName.isPresent()) {
            return Decision.refused(badName.get());
        }
        if (of(person).size() >= MOST) {
            return Decision.refused(Refusal.by(Rule.TOO_MANY_TOKENS, String.valueOf(MOST)));
        }
        Secret secret = Secret.fresh(random);
        Token token = new Token(ids.next(), person, name, scope, secret.digest(), now, until);
        tokens.add(token);
        trail.append(AuditEntry.of(Actor.of(person), "token.made", token.id()));
        return Decision.done(new Made(token, secret));
    }

    /** Those that still hold. */
    public List<Token> of(PersonId person) {
        Instant now = clock.instant();
        return tokens.of(person).stream().filter(token -> token.holdsAt(now)).toList();
    }

    public Decision<Token> end(PersonId person, UUID id) {
        Optional<Token> own =
                tokens.of(person).stream().filter(token -> token.id().equals(id)).findFirst();
        if (own.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, id.toString()));
        }
        tokens.end(id);
        trail.append(AuditEntry.of(Actor.of(person), "token.ended", id));
        return Decision.done(own.get());
    }

    /** Whose secret this is; empty if it was never made, ended or has expired. */
    public Optional<Token> find(Secret secret) {
        return tokens.byDigest(secret.digest()).filter(token -> token.holdsAt(clock.instant()));
    }
}
