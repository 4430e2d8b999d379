package org.freihafen.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All kinds of unit, by name. */
public final class Kinds {
    private static final Set<String> SETTINGS =
            Set.of(
                    "contains",
                    "intake",
                    "leads",
                    "founded",
                    "discreet",
                    "cloud",
                    "workspace",
                    "rights.people",
                    "rights.leads",
                    "rights.board",
                    "lingering-days",
                    "sharing",
                    "ceiling.to",
                    "ceiling.days",
                    "ceiling.password");

    private final Map<String, UnitKind> byName;

    public Kinds(Collection<UnitKind> kinds) {
        Map<String, UnitKind> map = new LinkedHashMap<>();
        kinds.forEach(kind -> map.put(kind.name(), kind));
        byName = Map.copyOf(map);
    }

    /**
     * Reads kinds from properties named {@code <kind>.<setting>}.
     *
     * @throws IllegalArgumentException naming every setting that is unknown or wrong, with the cure
     */
    public static Kinds read(Properties properties) {
        List<String> problems = new ArrayList<>();
        Map<String, Map<String, String>> settings = new HashMap<>();
        for (String name : new TreeSet<>(properties.stringPropertyNames())) {
            int dot = name.indexOf('.');
            String setting = name.substring(dot + 1);
            if (dot < 1 || !(SETTINGS.contains(setting) || setting.startsWith("label."))) {
                problems.add(name + ": unknown; settings are " + new TreeSet<>(SETTINGS));
            } else {
                settings.computeIfAbsent(name.substring(0, dot), _ -> new HashMap<>())
                        .put(setting, properties.getProperty(name).strip());
            }
        }
        List<UnitKind> kinds = new ArrayList<>();
        settings.forEach((name, own) -> kinds.add(kind(name, own, problems)));
        for (UnitKind kind : kinds) {
            for (String contained : kind.mayContain()) {
                if (!settings.containsKey(contained)) {
                    problems.add(kind.name() + ".contains: no kind is called " + contained);
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
        return new Kinds(kinds);
    }

    private static UnitKind kind(String name, Map<String, String> own, List<String> problems) {
        Map<String, String> labels =
                own.entrySet().stream()
                        .filter(e -> e.getKey().startsWith("label."))
                        .collect(
                                Collectors.toMap(
                                        e -> e.getKey().substring("label.".length()),
                                        Map.Entry::getValue));
        Map<UnitKind.Part, UnitKind.Right> rights = new EnumMap<>(UnitKind.Part.class);
        for (UnitKind.Part part : UnitKind.Part.values()) {
            String setting = "rights." + part.name().toLowerCase(Locale.ROOT);
            rights.put(
                    part,
                    word(name, own, setting, UnitKind.Right.class, UnitKind.Right.NONE, problems));
        }
        return new UnitKind(
                name,
                labels,
                list(own.getOrDefault("contains", "")),
                word(
                        name,
                        own,
                        "intake",
                        UnitKind.Intake.class,
                        UnitKind.Intake.INVITATION,
                        problems),
                flag(name, own, "leads", problems),
                flag(name, own, "founded", problems),
                flag(name, own, "discreet", problems),
                Optional.ofNullable(own.get("cloud")).filter(cloud -> !cloud.isEmpty()),
                word(
                        name,
                        own,
                        "workspace",
                        UnitKind.WorkspaceMade.class,
                        UnitKind.WorkspaceMade.NEVER,
                        problems),
                Map.copyOf(rights),
                days(name, own, problems),
                flag(name, own, "sharing", problems),
                ceiling(own));
    }

    private static Map<String, String> ceiling(Map<String, String> own) {
        return own.entrySet().stream()
                .filter(e -> e.getKey().startsWith("ceiling."))
                .collect(
                        Collectors.toMap(
                                e -> e.getKey().substring("ceiling.".length()),
                                Map.Entry::getValue));
    }

    private static Set<String> list(String text) {
        return Arrays.stream(text.split("[,\\s]+", -1))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean flag(
            String kind, Map<String, String> own, String setting, List<String> problems) {
        String text = own.getOrDefault(setting, "false");
        if (!text.equals("true") && !text.equals("false")) {
            problems.add(kind + "." + setting + ": '" + text + "'; write true or false");
        }
        return text.equals("true");
    }

    private static int days(String kind, Map<String, String> own, List<String> problems) {
        String text = own.getOrDefault("lingering-days", "0");
        if (!text.matches("[0-9]{1,3}")) {
            problems.add(kind + ".lingering-days: '" + text + "'; write a number from 0 to 999");
            return 0;
        }
        return Integer.parseInt(text);
    }

    private static <E extends Enum<E>> E word(
            String kind,
            Map<String, String> own,
            String setting,
            Class<E> type,
            E otherwise,
            List<String> problems) {
        String text = own.get(setting);
        if (text == null) {
            return otherwise;
        }
        for (E constant : type.getEnumConstants()) {
            if (spelled(constant).equals(text)) {
                return constant;
            }
        }
        problems.add(
                kind
                        + "."
                        + setting
                        + ": '"
                        + text
                        + "'; write one of "
                        + Arrays.stream(type.getEnumConstants()).map(Kinds::spelled).toList());
        return otherwise;
    }

    private static String spelled(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Optional<UnitKind> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Collection<UnitKind> all() {
        return byName.values();
    }
}
