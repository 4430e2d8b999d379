package org.freihafen.settings;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.Config;
import org.freihafen.arrival.Notice;
import org.freihafen.arrival.Wave;
import org.freihafen.asking.AskingLimits;
import org.freihafen.ceilings.Ceiling;
import org.freihafen.ceilings.CloudCeilings;
import org.freihafen.disuse.Patience;
import org.freihafen.enrolment.RosterLimits;
import org.freihafen.erasure.FarewellPace;
import org.freihafen.erasure.GraceTime;
import org.freihafen.governance.Bounds;
import org.freihafen.guests.Hospitality;
import org.freihafen.membership.Statuses;
import org.freihafen.monthly.Issuing;
import org.freihafen.reconcile.Limit;
import org.freihafen.renewal.ReminderDays;
import org.freihafen.reshape.RestorableFor;
import org.freihafen.retention.Retention;
import org.freihafen.runs.RunSettings;
import org.freihafen.structure.Entrants;
import org.freihafen.structure.Kinds;
import org.freihafen.structure.UnitKind;
import org.freihafen.structurefile.StructureLimits;
import org.freihafen.words.Words;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What was configured. Each reader answers a sound value, or throws an {@link
 * IllegalArgumentException} whose message is one sentence: what is wrong and how to mend it.
 */
@Dependent
public class Settings {
    private static final String SHIPPED_KINDS = "/config/kinds.properties";
    private static final String SHIPPED_RETENTION = "/config/retention.properties";
    private static final String SHIPPED_STATUSES = "/config/statuses.properties";
    private static final String SHIPPED_NOTICE = "/config/notice.properties";
    private static final Pattern LIMIT = Pattern.compile("([0-9]{1,9}) or ([0-9]{1,3}) %");
    private static final int MEGABYTE = 1 << 20;

    private final Config config;

    @Inject
    public Settings(Config config) {
        this.config = config;
    }

    public boolean sandbox() {
        return flag("freihafen.sandbox");
    }

    /** Where the server keeps what is not in the database. */
    public Path data() {
        return Path.of(text("freihafen.data").orElse("data"));
    }

    /** In it days begin and end. */
    public ZoneId zone() {
        String zone = text("freihafen.zone").orElse("");
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw wrong("freihafen.zone", zone, "a time zone such as Europe/Berlin", unknown);
        }
    }

    /** The language of those who ask for none that we speak. */
    public Locale language() {
        String language = text("freihafen.language").orElse("");
        return Words.LANGUAGES.stream()
                .filter(each -> each.getLanguage().equals(language))
                .findFirst()
                .orElseThrow(() -> wrong("freihafen.language", language, "de or en"));
    }

    /** The kinds of unit: from the file that was named, or those that are shipped. */
    public Kinds kinds() {
        return read("freihafen.kinds", SHIPPED_KINDS, Kinds::read);
    }

    /** What each status changes: from the file that was named, or the one that is shipped. */
    public Statuses statuses() {
        return read("freihafen.statuses", SHIPPED_STATUSES, Statuses::read);
    }

    private static Reader open(String file) throws IOException {
        return Files.newBufferedReader(Path.of(file));
    }

    private static Reader shipped(String table) {
        return new InputStreamReader(
                Objects.requireNonNull(Settings.class.getResourceAsStream(table), table),
                StandardCharsets.UTF_8);
    }

    /** Whose people may enter which file cloud. */
    public Entrants entrants() {
        Map<String, Set<String>> named = new HashMap<>();
        Set<String> open = new HashSet<>();
        for (String cloud : list("clouds")) {
            if (!internal(cloud)) {
                open.add(cloud);
            }
            Set<String> units = list("clouds." + cloud + ".units");
            if (!units.isEmpty()) {
                named.put(cloud, units);
            }
        }
        return new Entrants(named, open);
    }

    private boolean internal(String cloud) {
        return text("clouds." + cloud + ".internal")
                .map(Boolean::valueOf)
                .orElse(!cloud.equals(Entrants.WORKING));
    }

    /** How far grants may go out of each file cloud. */
    public CloudCeilings cloudCeilings() {
        List<String> problems = new ArrayList<>();
        Map<String, Ceiling> named = new HashMap<>();
        for (String cloud : list("clouds")) {
            String name = "clouds." + cloud + ".ceiling.";
            Ceiling ceiling = Ceiling.read(name, key -> text(name + key), problems);
            boolean internal =
                    text("clouds." + cloud + ".internal").filter("true"::equals).isPresent();
            named.put(cloud, internal ? Ceiling.CLOSED : ceiling);
        }
        for (UnitKind kind : kinds().all()) {
            Ceiling.read(
                    kind.name() + ".ceiling.",
                    key -> Optional.ofNullable(kind.ceiling().get(key)),
                    problems);
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
        return new CloudCeilings(named);
    }

    public Bounds bounds() {
        return new Bounds(
                atLeast(1, "freihafen.limits.foundings-per-day"),
                atLeast(1, "freihafen.limits.invitations-per-day"),
                Duration.ofDays(atLeast(1, "freihafen.limits.invitation-days")));
    }

    /** How much units may ask of each other. */
    public AskingLimits askingLimits() {
        return new AskingLimits(
                atLeast(1, "freihafen.limits.requests-per-day"),
                Duration.ofDays(atLeast(1, "freihafen.limits.request-days")));
    }

    /** How many days before the end of a grant its unit is reminded. */
    public ReminderDays reminderDays() {
        String key = "freihafen.limits.reminder-days";
        String text = text(key).orElse("");
        if (text.equals("none")) {
            return ReminderDays.of(List.of());
        }
        List<String> parts = List.of(text.split("[,\\s]+", -1));
        if (!parts.stream().allMatch(part -> part.matches("[1-9][0-9]{0,2}"))) {
            throw wrong(key, text, "days with commas, such as 30,7, or none");
        }
        return ReminderDays.of(parts.stream().map(Integer::valueOf).toList());
    }

    /** Whose boards get monthly statements, and on which day. */
    public Issuing issuing() {
        String kindsKey = "freihafen.statements.kinds";
        String text = text(kindsKey).orElse("");
        Set<String> named =
                text.equals("none")
                        ? Set.of()
                        : Set.copyOf(List.of(text.strip().split("[,\\s]+", -1)));
        named.stream()
                .filter(kind -> kinds().named(kind).filter(UnitKind::byRegister).isEmpty())
                .findAny()
                .ifPresent(kind -> {
                    throw wrong(
                            kindsKey,
                            text,
                            "kinds of units into which people come by register, such as state, or"
                                    + " none");
                });
        String dayKey = "freihafen.statements.day";
        int day = atLeast(1, dayKey);
        if (day > 28) {
            throw wrong(dayKey, Integer.toString(day), "a day that every month has, 1 to 28");
        }
        return new Issuing(named, day);
    }

    public RestorableFor restorableFor() {
        return new RestorableFor(atLeast(1, "freihafen.limits.restorable-days"));
    }

    /** How runs of the reconciler go. */
    public RunSettings runs() {
        return new RunSettings(
                Duration.ofMinutes(atLeast(1, "freihafen.runs.minutes")),
                flag("freihafen.readonly"),
                limits(RunSettings.LOSSES));
    }

    /** When the plan of a structure file is called dangerous. */
    public StructureLimits structureLimits() {
        return new StructureLimits(limits(StructureLimits.LOSSES));
    }

    /** When the plan of a roster is called dangerous. */
    public RosterLimits rosterLimits() {
        return new RosterLimits(limits(RosterLimits.LOSSES));
    }

    private Map<String, Limit> limits(List<String> losses) {
        Map<String, Limit> limits = new HashMap<>();
        losses.forEach(what -> limits.put(what, limit("freihafen.held." + what)));
        return limits;
    }

    private Limit limit(String key) {
        String text = text(key).orElse("");
        Matcher parts = LIMIT.matcher(text);
        if (!parts.matches()) {
            throw wrong(key, text, "a number and a share such as 10 or 2 %");
        }
        return new Limit(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    /** What is kept how long: from the file that was named, or as shipped. */
    public Retention retention() {
        return read("freihafen.retention", SHIPPED_RETENTION, Retention::read);
    }

    /** In waves of this size joiners are invited. */
    public Wave wave() {
        return new Wave(
                atLeast(1, "freihafen.life.invitations-per-hour"),
                Duration.ofDays(atLeast(1, "freihafen.life.invitation-days")));
    }

    /** How long guests may stay. */
    public Hospitality hospitality() {
        return new Hospitality(
                atLeast(1, "freihafen.life.guest-days"),
                atLeast(1, "freihafen.life.guest-reminder-days"),
                atLeast(1, "freihafen.life.guests-per-day"));
    }

    /** How long accounts may go unused. */
    public Patience patience() {
        String key = "freihafen.life.unused-days";
        boolean endless = text(key).filter("none"::equals).isPresent();
        return new Patience(
                endless ? 0 : atLeast(30, key),
                atLeast(7, "freihafen.life.unused-notice-days"),
                atLeast(1, "freihafen.life.unused-letters-per-hour"),
                limit("freihafen.held.unused"));
    }

    /** When people who left are reminded and erased. */
    public GraceTime graceTime() {
        String key = "freihafen.life.reminders-before-erasure-days";
        String before = text(key).orElse("");
        long days = retention().register().toDays();
        try {
            return GraceTime.of(
                    days,
                    Arrays.stream(before.split(",", -1))
                            .map(each -> Integer.parseInt(each.strip()))
                            .toList(),
                    atLeast(1, "freihafen.life.granted-erasure-days"),
                    limit("freihafen.held.erasures"));
        } catch (IllegalArgumentException e) {
            throw wrong(
                    key,
                    before,
                    "days before the end such as 60, 14, fewer than the "
                            + days
                            + " of register.days in the table of what is kept",
                    e);
        }
    }

    /** How many of those who left are written to. */
    public FarewellPace farewellPace() {
        return new FarewellPace(atLeast(1, "freihafen.life.farewells-per-hour"));
    }

    /** What people are told about their data: from the file that was named, or as shipped. */
    public Notice notice() {
        return read("freihafen.notice", SHIPPED_NOTICE, Notice::read);
    }

    /** Reads a table from the file that the key names, or the one that is shipped. */
    private <T> T read(String key, String shipped, Function<Properties, T> reader) {
        Optional<String> file = text(key);
        Properties properties = new Properties();
        try (Reader text = file.isPresent() ? open(file.get()) : shipped(shipped)) {
            properties.load(text);
            return reader.apply(properties);
        } catch (IOException e) {
            throw wrong(key, file.orElse(""), "the path of a readable file", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Mend " + file.orElse(shipped.substring(1)) + ": " + e.getMessage(), e);
        }
    }

    /** The largest body that a request may have. */
    public long uploadBytes() {
        return (long) MEGABYTE * atLeast(1, "freihafen.limits.upload-megabytes");
    }

    /** Addresses of reverse proxies whose word on the caller's address is taken. */
    public Set<String> proxies() {
        return list("freihafen.proxies");
    }

    private Set<String> list(String key) {
        return Arrays.stream(text(key).orElse("").split("[,\\s]+", -1))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private int atLeast(int least, String key) {
        String number = text(key).orElse("");
        try {
            int value = Integer.parseInt(number);
            if (value >= least) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw wrong(key, number, "a whole number of " + least + " or more", e);
        }
        throw wrong(key, number, "a whole number of " + least + " or more");
    }

    private boolean flag(String key) {
        String flag = text(key).orElse("");
        if (!flag.equals("true") && !flag.equals("false")) {
            throw wrong(key, flag, "true or false");
        }
        return flag.equals("true");
    }

    private Optional<String> text(String key) {
        return config.getOptionalValue(key, String.class)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static IllegalArgumentException wrong(String key, String value, String cure) {
        return new IllegalArgumentException(key + " is '" + value + "'; write " + cure + ".");
    }

    private static IllegalArgumentException wrong(
            String key, String value, String cure, Exception cause) {
        return new IllegalArgumentException(
                key + " is '" + value + "'; write " + cure + ".", cause);
    }
}
