package org.freihafen.drift;

import org.freihafen.ids.FolderId;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.shares.Grantee;
import org.freihafen.shares.Permission;
import org.freihafen.workspaces.FolderRef;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Something in a unit's workspace that nobody decided, as a run found it.
 *
 * @param object the cloud's object that was changed, by the key that runs have for it
 * @param place where
 * @param to whom it gives or takes access; empty where that is nobody of ours
 * @param stranger what the cloud calls such a one
 * @param by who did it, where the cloud says so and it is one of ours
 * @param was the terms that were decided; empty for no access
 * @param is the terms that were found; empty for no access
 * @param law what becomes of it without anybody's word
 */
public record Found(
        String cloud,
        UnitId unit,
        What what,
        String object,
        Place place,
        Optional<Grantee> to,
        String stranger,
        Optional<PersonId> by,
        Optional<Terms> was,
        Optional<Terms> is,
        Law law) {

    /** What somebody did. */
    public enum What {
        /** Let somebody in. */
        GIVEN,
        /** Changed what somebody may, or until when. */
        CHANGED,
        /** Took access from somebody who was to have it. */
        TAKEN,
        /** Shared something in person. */
        SHARED,
        /** Renamed or moved a folder. */
        MOVED,
        /** Deleted a folder. */
        DELETED,
        /** Changed the rules of a closed folder. */
        UNCLOSED,
        /** Renamed the workspace. */
        RENAMED
    }

    /** What the product does about it by itself, and at once. */
    public enum Law {
        /** It becomes again what was decided. */
        PUT_BACK,
        /** It is so from now on, as folders belong to their people. */
        FOLLOWED,
        /** It became the unit's grant. */
        TAKEN_OVER,
        /** Nothing: it waits for a word. */
        LEFT
    }

    /**
     * Where it is.
     *
     * @param folder empty for a whole workspace, and for a folder that only the cloud knows
     * @param path below the workspace; empty for all of it
     * @param from where it was before, if it moved
     */
    public record Place(Optional<FolderId> folder, String path, Optional<String> from) {
        public static final Place WHOLE = new Place(Optional.empty(), "", Optional.empty());

        public static Place of(FolderId folder, String path) {
            return new Place(Optional.of(folder), path, Optional.empty());
        }
    }

    /**
     * What somebody may.
     *
     * @param until the first day on which it no longer holds
     */
    public record Terms(Set<Permission> permissions, Optional<LocalDate> until) {
        public Terms {
            permissions =
                    permissions.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(permissions));
        }
    }

    /** The same with another fate. */
    public Found under(Law other) {
        return new Found(cloud, unit, what, object, place, to, stranger, by, was, is, other);
    }

    /** The same thing, found again. */
    public boolean same(Found other) {
        return cloud.equals(other.cloud)
                && what == other.what
                && object.equals(other.object)
                && to.equals(other.to)
                && stranger.equals(other.stranger)
                && is.equals(other.is)
                && place.path().equals(other.place.path())
                && place.from().equals(other.place.from());
    }

    /** The same folder, which went along with another that was brought back. */
    Found lyingAt(String path) {
        return new Found(
                cloud,
                unit,
                what,
                object,
                new Place(place.folder(), path, place.from()),
                to,
                stranger,
                by,
                was,
                is,
                law);
    }

    /** The workspace or folder; empty for a folder that only the cloud knows. */
    public Optional<FolderRef> folder() {
        return place.folder().isPresent() || place.path().isEmpty()
                ? Optional.of(new FolderRef(unit, place.folder()))
                : Optional.empty();
    }
}
