package org.freihafen.directory;

import org.freihafen.groups.GroupId;
import org.freihafen.ids.PersonId;

/** The identity of an entry of ours. Accounts come before groups: key order is creation order. */
public sealed interface EntryKey extends Comparable<EntryKey> {
    record OfPerson(PersonId id) implements EntryKey {}

    record OfGroup(GroupId id) implements EntryKey {}

    @Override
    default int compareTo(EntryKey other) {
        return switch (this) {
            case OfPerson(PersonId mine) ->
                    switch (other) {
                        case OfPerson(PersonId theirs) -> mine.compareTo(theirs);
                        case OfGroup _ -> -1;
                    };
            case OfGroup(GroupId mine) ->
                    switch (other) {
                        case OfPerson _ -> 1;
                        case OfGroup(GroupId theirs) -> mine.compareTo(theirs);
                    };
        };
    }
}
