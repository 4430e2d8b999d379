package org.freihafen.roster;

import org.freihafen.ids.UnitId;
import org.freihafen.membership.MemberNumber;
import org.freihafen.membership.Status;
import org.freihafen.roster.RosterProfile.Column;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What a roster says of one person, or what we know of somebody from the register, in the same
 * form. Small, because there are hundreds of thousands.
 *
 * @param number under which the person is known now; a roster may say another
 * @param email empty if there is none
 * @param place where the register places the person; empty of those who are gone
 * @param joinedDay days since 1 January 1970, or {@link #NO_DAY}
 * @param leftDay likewise; may lie ahead
 * @param status what the person is to the organisation, as of today
 */
public record RosterEntry(
        MemberNumber number,
        String givenName,
        String familyName,
        String email,
        Optional<UnitId> place,
        int joinedDay,
        int leftDay,
        int balanceCents,
        int reminders,
        Status status) {
    public static final int NO_DAY = Integer.MIN_VALUE;

    public static int day(Optional<LocalDate> day) {
        return day.map(d -> Math.toIntExact(d.toEpochDay())).orElse(NO_DAY);
    }

    /** Whether the person is still with us. */
    public boolean present() {
        return status.present();
    }

    public boolean paidUp() {
        return balanceCents >= 0;
    }

    public String name() {
        return (givenName + " " + familyName).strip();
    }

    public RosterEntry gone() {
        return new RosterEntry(
                number,
                givenName,
                familyName,
                email,
                Optional.empty(),
                joinedDay,
                leftDay,
                balanceCents,
                reminders,
                Status.LEFT);
    }

    /** The same person in a unit. */
    public RosterEntry in(UnitId unit) {
        return new RosterEntry(
                number,
                givenName,
                familyName,
                email,
                Optional.of(unit),
                joinedDay,
                leftDay,
                balanceCents,
                reminders,
                status);
    }

    /** With what is known wherever the roster had no column to say it in. */
    public RosterEntry where(Set<Column> said, RosterEntry known) {
        boolean both = present() && known.present();
        boolean keepsStatus = !said.contains(Column.STATUS) && present() == known.present();
        return new RosterEntry(
                number,
                givenName,
                familyName,
                said.contains(Column.EMAIL) ? email : known.email,
                keepsStatus && placeless(known) ? known.place : place,
                said.contains(Column.JOINED) ? joinedDay : known.joinedDay,
                said.contains(Column.LEFT) || !both ? leftDay : known.leftDay,
                said.contains(Column.BALANCE) ? balanceCents : known.balanceCents,
                said.contains(Column.REMINDERS) ? reminders : known.reminders,
                keepsStatus ? known.status : status);
    }

    /** Whether the status is why the register places somebody nowhere. */
    private static boolean placeless(RosterEntry known) {
        return known.present() && known.status != Status.MEMBER && known.place.isEmpty();
    }

    public Optional<LocalDate> joined() {
        return date(joinedDay);
    }

    public Optional<LocalDate> left() {
        return date(leftDay);
    }

    private static Optional<LocalDate> date(int day) {
        return day == NO_DAY ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
    }
}
