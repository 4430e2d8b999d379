package org.freihafen.signin;

import org.freihafen.ids.PersonId;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tokens for tests; keeps the promises of {@link TokensContract}. */
public final class InMemoryTokens implements Tokens {
    private final List<Token> tokens = new ArrayList<>();

    @Override
    public Optional<Token> byDigest(String secretDigest) {
        return tokens.stream().filter(t -> t.secretDigest().equals(secretDigest)).findFirst();
    }

    @Override
    public List<Token> of(PersonId person) {
        return tokens.stream()
                .filter(token -> token.person().equals(person))
                .sorted(Comparator.comparing(Token::made))
                .toList();
    }

    @Override
    public void add(Token token) {
        tokens.add(token);
    }

    @Override
    public void end(UUID id) {
        tokens.removeIf(token -> token.id().equals(id));
    }
}
