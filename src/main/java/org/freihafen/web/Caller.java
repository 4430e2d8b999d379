package org.freihafen.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

import org.freihafen.access.Actor;
import org.freihafen.ids.PersonId;

import java.security.Principal;
import java.util.Optional;

/** Who makes this request, as {@link Entrance} found out. */
@Dependent
public class Caller {
    private final HttpServletRequest request;

    @Inject
    public Caller(HttpServletRequest request) {
        this.request = request;
    }

    /** Empty on the few paths that need no sign-in. */
    public Optional<PersonId> somebody() {
        return Optional.ofNullable(request.getUserPrincipal())
                .map(Principal::getName)
                .map(PersonId::of);
    }

    /** On a path that needs a sign-in. */
    public PersonId person() {
        return somebody().orElseThrow();
    }

    public Actor actor() {
        return Actor.of(person());
    }
}
