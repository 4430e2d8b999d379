package org.freihafen.reach;

import org.freihafen.groups.GroupId;
import org.freihafen.groups.PersonSet;
import org.freihafen.ids.PersonId;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Grantee;
import org.freihafen.shares.Permission;
import org.freihafen.workspaces.FolderRef;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** One reason why somebody reaches a folder and all in it, and what they may do there. */
public record Way(FolderRef folder, Grantee to, Set<Permission> permissions, Because because) {
    public Way {
        permissions = permissions.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(permissions));
    }

    /** Why the way is open. */
    public sealed interface Because {
        /** The kind of the unit whose workspace it is gives its own people the right. */
        record ItsWorkspace() implements Because {}

        /** The folder is closed to all of the unit's people but these. */
        record KeptOpen() implements Because {}

        record Granted(Grant grant) implements Because {}
    }

    /** The group whose people go it, if it is for a group. */
    public Optional<GroupId> group() {
        return to.toGroup();
    }

    /**
     * Those of ours who can go it. Whoever has a link, reads an address or uses another cloud is
     * nobody whom we could count.
     */
    PersonSet people(Map<GroupId, PersonSet> rolls, Predicate<PersonId> present) {
        return switch (to) {
            case Grantee.ToGroup(GroupId group) -> rolls.getOrDefault(group, PersonSet.EMPTY);
            case Grantee.ToPerson(PersonId person) ->
                    present.test(person) ? PersonSet.of(List.of(person)) : PersonSet.EMPTY;
            case Grantee.ToLink _, Grantee.ToMail _, Grantee.ToFederated _ -> PersonSet.EMPTY;
        };
    }

    /** Whether somebody who is in these groups can go it. */
    boolean isOpenTo(PersonId person, Set<GroupId> own) {
        return group().map(own::contains).orElseGet(() -> to.equals(new Grantee.ToPerson(person)));
    }
}
