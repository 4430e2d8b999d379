package org.freihafen.pages;

import org.freihafen.shares.Permission;

import java.util.Arrays;
import java.util.Set;

/** The bundles of permissions that pages offer, and anything else as it is. */
public enum Allowed {
    READ(Set.of(Permission.READ)),
    ADD(Set.of(Permission.READ, Permission.CREATE)),
    EDIT(Set.of(Permission.READ, Permission.EDIT, Permission.CREATE, Permission.DELETE)),
    DROP(Set.of(Permission.CREATE)),
    SOME(Set.of());

    @SuppressWarnings("ImmutableEnumChecker") // Set.of makes immutable sets
    private final Set<Permission> permissions;

    Allowed(Set<Permission> permissions) {
        this.permissions = permissions;
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    public static Allowed by(Set<Permission> permissions) {
        return Arrays.stream(values())
                .filter(each -> each.permissions.equals(permissions))
                .findFirst()
                .orElse(SOME);
    }
}
