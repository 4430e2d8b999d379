package org.freihafen.roster;

import org.freihafen.ids.UnitId;
import org.freihafen.membership.MemberNumber;
import org.freihafen.membership.Status;
import org.freihafen.membership.Statuses;
import org.freihafen.roster.RosterProfile.Column;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Turns the values of one line into what it says of a person, or says what is wrong with them. */
final class LineRule {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_EMAIL = 254;
    private static final int MOST_REMINDERS = 99;
    private static final Pattern NUMBER = Pattern.compile("[\\p{L}\\p{N}./_ -]{1,40}");
    private static final Pattern EMAIL =
            Pattern.compile(
                    "[^\\s@,;:<>\"()\\[\\]\\\\]+@[^\\s@,;:<>\"()\\[\\]\\\\]+\\.[^\\s@.]{2,}");
    private static final Pattern COMMA_AMOUNT =
            Pattern.compile("-?([0-9]{1,3}(\\.[0-9]{3})+|[0-9]+)(,[0-9]{1,2})?");
    private static final Pattern POINT_AMOUNT =
            Pattern.compile("-?([0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\\.[0-9]{1,2})?");

    private final RosterProfile profile;
    private final Statuses statuses;
    private final Placing placing;
    private final int today;
    private final Map<String, Integer> days = new HashMap<>();
    private final Map<String, Integer> amounts = new HashMap<>();

    LineRule(RosterProfile profile, Statuses statuses, Placing placing, LocalDate today) {
        this.profile = profile;
        this.statuses = statuses;
        this.placing = placing;
        this.today = Math.toIntExact(today.toEpochDay());
    }

    /** The values of one line. */
    interface Values {
        /** Without blanks around it; empty if nothing stands there or the register has none. */
        String of(Column column);
    }

    /** Hears what is wrong. */
    interface Report {
        void of(Column column, RosterFault fault);
    }

    /** Whether this names somebody. */
    static Optional<RosterFault> checkNumber(String number) {
        if (number.isEmpty()) {
            return Optional.of(RosterFault.NO_NUMBER);
        }
        return NUMBER.matcher(number).matches()
                ? Optional.empty()
                : Optional.of(RosterFault.BAD_NUMBER);
    }

    /** The entry, or empty after everything that is wrong was reported. */
    Optional<RosterEntry> entry(
            MemberNumber number, Values values, Interning names, Report report) {
        Faults faults = new Faults(report);
        String given = name(values, Column.GIVEN, faults);
        String family = name(values, Column.FAMILY, faults);
        if (given.isEmpty() && family.isEmpty()) {
            faults.of(Column.FAMILY, RosterFault.NO_PERSON_NAME);
        }
        int joined = day(values, Column.JOINED, faults);
        int left = day(values, Column.LEFT, faults);
        if (joined > today) {
            faults.of(Column.JOINED, RosterFault.JOINED_IN_FUTURE);
        }
        if (left != RosterEntry.NO_DAY && joined != RosterEntry.NO_DAY && left < joined) {
            faults.of(Column.LEFT, RosterFault.LEFT_BEFORE_JOINED);
        }
        Status status = status(values, left, faults);
        Optional<UnitId> place = status.present() ? place(values, faults) : Optional.empty();
        if (statuses.effect(status).groups() == Statuses.Groups.NONE) {
            place = Optional.empty();
        }
        String email = values.of(Column.EMAIL);
        if (!email.isEmpty()
                && (email.length() > LONGEST_EMAIL
                        || RosterText.hasControls(email)
                        || !EMAIL.matcher(email).matches())) {
            faults.of(Column.EMAIL, RosterFault.BAD_EMAIL);
        }
        int balance = balance(values.of(Column.BALANCE), faults);
        int reminders = reminders(values.of(Column.REMINDERS), faults);
        return faults.any
                ? Optional.empty()
                : Optional.of(
                        new RosterEntry(
                                number,
                                names.of(given),
                                names.of(family),
                                email,
                                place,
                                joined,
                                left,
                                balance,
                                reminders,
                                status));
    }

    /** Whose day of leaving has come has left, whatever else stands there. */
    private Status status(Values values, int left, Faults faults) {
        String word = values.of(Column.STATUS);
        Optional<Status> said = word.isEmpty() ? Optional.of(Status.MEMBER) : statuses.of(word);
        if (said.isEmpty()) {
            faults.of(Column.STATUS, RosterFault.UNKNOWN_STATUS);
        }
        Status status = said.orElse(Status.MEMBER);
        boolean gone = left != RosterEntry.NO_DAY && left <= today;
        return gone && status.present() ? Status.LEFT : status;
    }

    /** Of the columns that place people the first in which something stands: it must be right. */
    private Optional<UnitId> place(Values values, Faults faults) {
        for (Column by : profile.placing()) {
            String value = values.of(by);
            if (!value.isEmpty()) {
                Optional<UnitId> found =
                        switch (by) {
                            case BRANCH -> placing.named(value);
                            case POSTCODE ->
                                    Optional.ofNullable(profile.postcodes().get(value))
                                            .flatMap(placing::of);
                            default -> placing.of(value);
                        };
                if (found.isEmpty()) {
                    faults.of(by, unknown(by));
                }
                return found;
            }
        }
        faults.of(profile.placing().getFirst(), unknown(profile.placing().getFirst()));
        return Optional.empty();
    }

    private static RosterFault unknown(Column by) {
        return switch (by) {
            case BRANCH -> RosterFault.UNKNOWN_BRANCH;
            case POSTCODE -> RosterFault.UNKNOWN_POSTCODE;
            default -> RosterFault.UNKNOWN_PLACE;
        };
    }

    /** A birthday that cannot be read is nobody's problem: it is only counted. */
    AgeBand age(Values values) {
        String text = values.of(Column.BIRTHDAY);
        if (text.isEmpty()) {
            return AgeBand.UNKNOWN;
        }
        Integer known = days.get(text);
        OptionalInt born = known == null ? parsed(text) : OptionalInt.of(known);
        born.ifPresent(day -> days.put(text, day));
        return AgeBand.of(
                born.isEmpty()
                        ? OptionalInt.empty()
                        : OptionalInt.of(years(born.getAsInt(), today)));
    }

    private static int years(int born, int today) {
        return Period.between(LocalDate.ofEpochDay(born), LocalDate.ofEpochDay(today)).getYears();
    }

    private static String name(Values values, Column column, Faults faults) {
        String name = values.of(column);
        if (name.length() > LONGEST_NAME || RosterText.hasControls(name)) {
            faults.of(column, RosterFault.BAD_PERSON_NAME);
        }
        return name;
    }

    private int day(Values values, Column column, Faults faults) {
        String text = values.of(column);
        if (text.isEmpty()) {
            return RosterEntry.NO_DAY;
        }
        Integer known = days.get(text);
        if (known != null) {
            return known;
        }
        OptionalInt day = parsed(text);
        if (day.isEmpty()) {
            faults.of(column, RosterFault.BAD_DATE);
            return RosterEntry.NO_DAY;
        }
        days.put(text, day.getAsInt());
        return day.getAsInt();
    }

    private OptionalInt parsed(String text) {
        for (DateTimeFormatter form : profile.dates()) {
            OptionalInt day = parsed(text, form);
            if (day.isPresent()) {
                return day;
            }
        }
        return OptionalInt.empty();
    }

    private static OptionalInt parsed(String text, DateTimeFormatter form) {
        try {
            return day(LocalDate.parse(text, form));
        } catch (DateTimeException otherFormOrNoDay) {
            return OptionalInt.empty();
        }
    }

    private static OptionalInt day(LocalDate day) {
        return day.getYear() >= 1800 && day.getYear() <= 2200
                ? OptionalInt.of(Math.toIntExact(day.toEpochDay()))
                : OptionalInt.empty();
    }

    private int balance(String text, Faults faults) {
        if (text.isEmpty()) {
            return 0;
        }
        Integer known = amounts.get(text);
        if (known != null) {
            return known;
        }
        Pattern form = profile.decimalComma() ? COMMA_AMOUNT : POINT_AMOUNT;
        if (text.length() > 15 || !form.matcher(text).matches()) {
            faults.of(Column.BALANCE, RosterFault.BAD_AMOUNT);
            return 0;
        }
        String plain =
                profile.decimalComma()
                        ? text.replace(".", "").replace(',', '.')
                        : text.replace(",", "");
        BigDecimal cents = new BigDecimal(plain).movePointRight(2);
        if (cents.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
            faults.of(Column.BALANCE, RosterFault.BAD_AMOUNT);
            return 0;
        }
        amounts.put(text, cents.intValueExact());
        return cents.intValueExact();
    }

    private static int reminders(String text, Faults faults) {
        if (text.isEmpty()) {
            return 0;
        }
        if (text.length() <= 2 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Math.min(Integer.parseInt(text), MOST_REMINDERS);
        }
        faults.of(Column.REMINDERS, RosterFault.BAD_REMINDERS);
        return 0;
    }

    private static final class Faults {
        private final Report report;
        private boolean any;

        Faults(Report report) {
            this.report = report;
        }

        void of(Column column, RosterFault fault) {
            any = true;
            report.of(column, fault);
        }
    }
}
