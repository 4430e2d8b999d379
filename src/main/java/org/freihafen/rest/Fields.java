package org.freihafen.rest;

import org.freihafen.access.TextRule;
import org.freihafen.accounts.Username;
import org.freihafen.structure.UnitKey;
import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Reads the fields of a request and gathers what is wrong with them, so that all of it is said at
 * once. Each reader answers empty for what is wrong or left out; {@link #check} ends a request of
 * which anything was wrong.
 */
public final class Fields {
    private final List<BadFields.Fault> faults = new ArrayList<>();

    public static <T> T body(@Nullable T body) {
        if (body == null) {
            throw new BadFields(List.of(BadFields.Fault.malformed("", "missing")));
        }
        return body;
    }

    /**
     * Ends the request if anything was wrong.
     *
     * @throws BadFields naming every field with its fault
     */
    public void check() {
        if (!faults.isEmpty()) {
            throw new BadFields(faults);
        }
    }

    public Optional<String> text(String field, @Nullable String value, int longest) {
        Optional<String> text =
                Optional.ofNullable(value).map(String::strip).filter(t -> !t.isEmpty());
        if (text.filter(t -> t.length() > longest).isPresent()) {
            faults.add(BadFields.Fault.invalid(field, "too_long", longest));
            return Optional.empty();
        }
        if (text.filter(t -> !TextRule.readable(t)).isPresent()) {
            faults.add(BadFields.Fault.invalid(field, "unreadable"));
            return Optional.empty();
        }
        return text;
    }

    /** Likewise, but it must be there. */
    public Optional<String> needed(String field, @Nullable String value, int longest) {
        int before = faults.size();
        Optional<String> text = text(field, value, longest);
        if (text.isEmpty() && faults.size() == before) {
            faults.add(BadFields.Fault.invalid(field, "missing"));
        }
        return text;
    }

    public Optional<UnitKey> key(String field, @Nullable String value) {
        return read(field, value, "not_a_key", UnitKey::new);
    }

    public Optional<Username> login(String field, @Nullable String value) {
        return read(field, value, "not_a_login", Username::new);
    }

    public Optional<LocalDate> day(String field, @Nullable String value) {
        return read(field, value, "not_a_day", LocalDate::parse);
    }

    public Optional<Instant> moment(String field, @Nullable String value) {
        return read(field, value, "not_a_moment", Instant::parse);
    }

    /** An id of any sort, read by its {@code of}. */
    public <T> Optional<T> id(String field, @Nullable String value, Function<String, T> of) {
        return read(field, value, "not_an_id", text -> of.apply(canonical(text)));
    }

    public Optional<UUID> id(String field, @Nullable String value) {
        return id(field, value, UUID::fromString);
    }

    /** {@link UUID#fromString} is content with less. */
    private static String canonical(String text) {
        if (text.length() != 36) {
            throw new IllegalArgumentException("not a UUID in its usual form");
        }
        return text;
    }

    public <E extends Enum<E>> Optional<E> word(
            String field, @Nullable String value, Class<E> type) {
        Optional<String> text = text(field, value, 100);
        Optional<E> constant =
                text.flatMap(t ->
                        Arrays.stream(type.getEnumConstants())
                                .filter(each -> spelled(each).equals(t))
                                .findFirst());
        if (text.isPresent() && constant.isEmpty()) {
            faults.add(
                    BadFields.Fault.malformed(
                            field,
                            "not_one_of",
                            String.join(
                                    ", ",
                                    Arrays.stream(type.getEnumConstants())
                                            .map(Fields::spelled)
                                            .toList())));
        }
        return constant;
    }

    /** How a constant is written in JSON: {@code member-office}. */
    public static String spelled(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What must be there and was read, or the fault that it is missing. */
    public <T> Optional<T> needed(String field, @Nullable String value, Optional<T> read) {
        if (value == null || value.isBlank()) {
            faults.add(BadFields.Fault.invalid(field, "missing"));
        }
        return read;
    }

    public int number(String field, @Nullable String value, int least, int most, int otherwise) {
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            faults.add(BadFields.Fault.malformed(field, "not_a_number", least, most));
            return otherwise;
        }
        faults.add(BadFields.Fault.invalid(field, "not_a_number", least, most));
        return otherwise;
    }

    public void wrong(String field, String why, Object... facts) {
        faults.add(BadFields.Fault.invalid(field, why, facts));
    }

    private <T> Optional<T> read(
            String field, @Nullable String value, String fault, Function<String, T> reader) {
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(value.strip()));
        } catch (IllegalArgumentException | DateTimeException e) {
            faults.add(BadFields.Fault.malformed(field, fault));
            return Optional.empty();
        }
    }
}
