package org.freihafen.cloud;

import org.freihafen.shares.Permission;

import java.util.EnumSet;
import java.util.Set;

/** What is allowed, as a cloud counts it: a sum of bits, of which other bits say other things. */
public final class PermissionBits {
    private PermissionBits() {}

    static int of(Set<Permission> permissions) {
        return permissions.stream().mapToInt(PermissionBits::bit).sum();
    }

    public static Set<Permission> read(int bits) {
        Set<Permission> permissions = EnumSet.allOf(Permission.class);
        permissions.removeIf(permission -> (bits & bit(permission)) == 0);
        return permissions;
    }

    private static int bit(Permission permission) {
        return switch (permission) {
            case READ -> 1;
            case EDIT -> 2;
            case CREATE -> 4;
            case DELETE -> 8;
        };
    }
}
