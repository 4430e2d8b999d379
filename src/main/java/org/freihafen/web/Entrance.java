package org.freihafen.web;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.freihafen.ids.PersonId;
import org.freihafen.signin.MakingTokens;
import org.freihafen.signin.NotingUse;
import org.freihafen.signin.Secret;
import org.freihafen.signin.SigningIn;
import org.freihafen.signin.Token;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out who makes a request: by a token, by name and password in the sandbox, or by a session
 * that {@link Sessions} began. Whoever has been suspended meanwhile is nobody. What was wrong is
 * left for {@link Gate} to say, which also turns those away who are nobody.
 */
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
@ApplicationScoped
public class Entrance implements HttpAuthenticationMechanism {
    public static final String OBJECTION = "org.freihafen.objection";
    public static final String BY_TOKEN = "org.freihafen.bytoken";
    public static final String READ_ONLY = "org.freihafen.readonly";

    private static final String BEARER = "bearer ";
    private static final String BASIC = "basic ";

    private final SigningIn signingIn;
    private final MakingTokens tokens;
    private final BasicSignIn basic;
    private final Sessions sessions;
    private final NotingUse uses;

    @Inject
    public Entrance(
            SigningIn signingIn,
            MakingTokens tokens,
            BasicSignIn basic,
            Sessions sessions,
            NotingUse uses) {
        this.signingIn = signingIn;
        this.tokens = tokens;
        this.basic = basic;
        this.sessions = sessions;
        this.uses = uses;
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Optional<PersonId> person =
                switch (Paths.of(request)) {
                    case REST, OPEN_REST -> byHeader(request);
                    case PAGE, OPEN_PAGE -> sessions.person(request);
                    case STATIC, CLOUD -> Optional.empty();
                };
        person.ifPresent(uses::came);
        return person.map(id ->
                        context.notifyContainerAboutLogin(
                                new CallerPrincipal(id.toString()), Set.of()))
                .orElseGet(context::doNothing);
    }

    private Optional<PersonId> byHeader(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null) {
            return sessions.person(request);
        }
        String scheme = header.toLowerCase(Locale.ROOT);
        if (scheme.startsWith(BEARER)) {
            return byToken(new Secret(header.substring(BEARER.length()).strip()), request);
        }
        if (scheme.startsWith(BASIC)) {
            return basic.signIn(header.substring(BASIC.length()).strip(), request);
        }
        return Optional.empty();
    }

    private Optional<PersonId> byToken(Secret secret, HttpServletRequest request) {
        Optional<Token> token = tokens.find(secret).filter(t -> signingIn.usable(t.person()));
        if (token.isEmpty()) {
            request.setAttribute(OBJECTION, new Objection.Token());
        }
        token.ifPresent(_ -> request.setAttribute(BY_TOKEN, true));
        token.filter(found -> found.scope() == Token.Scope.READ)
                .ifPresent(_ -> request.setAttribute(READ_ONLY, true));
        return token.map(Token::person);
    }
}
