package org.freihafen.enrolment;

import org.freihafen.membership.MemberNumber;
import org.freihafen.reconcile.Change;
import org.freihafen.roster.RosterEntry;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What one change of a roster's plan means for the person. */
public record RosterChange(
        MemberNumber number,
        Kind kind,
        Set<Aspect> aspects,
        Optional<RosterEntry> before,
        Optional<RosterEntry> after) {
    /** The things that a roster can say about somebody. */
    public enum Kind {
        JOINER,
        /** Had left and is present again. */
        RETURNER,
        MOVER,
        LEAVER,
        /** Stays, as something else. */
        STATUS,
        CORRECTION,
        /** Is new to us and had already left: is remembered, and gets no account. */
        GONE_BEFORE
    }

    /** What of the person changes. */
    public enum Aspect {
        NAME,
        EMAIL,
        PLACE,
        JOINED,
        LEFT,
        DUES,
        STATUS,
        NUMBER
    }

    public static RosterChange of(Change<MemberNumber, RosterEntry> change) {
        return switch (change) {
            case Change.Create<MemberNumber, RosterEntry>(MemberNumber number, RosterEntry entry) ->
                    new RosterChange(
                            number,
                            entry.present() ? Kind.JOINER : Kind.GONE_BEFORE,
                            Set.of(),
                            Optional.empty(),
                            Optional.of(entry));
            case Change.Delete<MemberNumber, RosterEntry>(MemberNumber number, RosterEntry was) ->
                    new RosterChange(
                            number, Kind.LEAVER, Set.of(), Optional.of(was), Optional.empty());
            case Change.Update<MemberNumber, RosterEntry>(
                            MemberNumber number,
                            RosterEntry was,
                            RosterEntry becomes) ->
                    new RosterChange(
                            number,
                            kind(was, becomes),
                            aspects(was, becomes),
                            Optional.of(was),
                            Optional.of(becomes));
        };
    }

    private static Kind kind(RosterEntry was, RosterEntry becomes) {
        if (was.present() && !becomes.present()) {
            return Kind.LEAVER;
        }
        if (!was.present() && becomes.present()) {
            return Kind.RETURNER;
        }
        if (was.present() && was.status() != becomes.status()) {
            return Kind.STATUS;
        }
        return was.place().equals(becomes.place()) ? Kind.CORRECTION : Kind.MOVER;
    }

    private static Set<Aspect> aspects(RosterEntry was, RosterEntry becomes) {
        EnumSet<Aspect> aspects = EnumSet.noneOf(Aspect.class);
        mark(
                aspects,
                Aspect.NAME,
                was.givenName().equals(becomes.givenName())
                        && was.familyName().equals(becomes.familyName()));
        mark(aspects, Aspect.EMAIL, was.email().equals(becomes.email()));
        mark(aspects, Aspect.PLACE, was.place().equals(becomes.place()));
        mark(aspects, Aspect.JOINED, was.joinedDay() == becomes.joinedDay());
        mark(
                aspects,
                Aspect.LEFT,
                was.leftDay() == becomes.leftDay() && was.present() == becomes.present());
        mark(
                aspects,
                Aspect.DUES,
                was.balanceCents() == becomes.balanceCents()
                        && was.reminders() == becomes.reminders());
        mark(
                aspects,
                Aspect.STATUS,
                was.status() == becomes.status() || was.present() != becomes.present());
        mark(aspects, Aspect.NUMBER, was.number().equals(becomes.number()));
        return Set.copyOf(aspects);
    }

    private static void mark(Set<Aspect> aspects, Aspect aspect, boolean same) {
        if (!same) {
            aspects.add(aspect);
        }
    }
}
