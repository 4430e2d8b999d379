package org.freihafen.identity;

import org.freihafen.roster.RosterEntry;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A question with the two whom it may be about side by side, so that a person can decide it.
 *
 * @param line what the file says under the number that is asked about
 * @param other who it may be as well; empty where nothing is left of somebody erased
 */
public record Likeness(Question question, RosterEntry line, Optional<RosterEntry> other) {
    /** Something that two people can have in common. */
    public enum Trait {
        NAME,
        PLACE,
        JOINED,
        EMAIL
    }

    /** What both have in common; what neither has is nothing in common. */
    public Set<Trait> common() {
        Set<Trait> common = EnumSet.noneOf(Trait.class);
        other.ifPresent(held -> {
            mark(common, Trait.NAME, IdentityRule.name(line).equals(IdentityRule.name(held)));
            mark(
                    common,
                    Trait.PLACE,
                    line.place().isPresent() && line.place().equals(held.place()));
            mark(common, Trait.JOINED, IdentityRule.joinedTogether(line, held));
            mark(common, Trait.EMAIL, IdentityRule.oneAddress(line, held));
        });
        return common;
    }

    private static void mark(Set<Trait> common, Trait trait, boolean same) {
        if (same) {
            common.add(trait);
        }
    }

    /** Why the proposed answer is proposed, as one of our words. */
    public String grounds() {
        boolean byAddress =
                question.kind() == Question.Kind.NUMBER_CHANGED
                        && question.proposed() == Question.Reply.SAME
                        && !common().contains(Trait.JOINED);
        return question.kind() + "." + question.proposed() + (byAddress ? ".EMAIL" : "");
    }
}
