package org.freihafen.cloud;

import org.freihafen.policy.CloudPolicy;
import org.freihafen.structure.Entrants;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All configured clouds: {@code clouds} names them, {@code clouds.<name>.url}, {@code .login},
 * {@code .password}, {@code .group}, {@code .requests} and {@code .patience} say how each is
 * reached; {@code .internal} and {@code .apps}, what it is for; {@code .accounts} names further
 * service accounts, {@code .accounts.<account>.login}, {@code .password}, {@code .group} and {@code
 * .units} say who they are and which branch each keeps.
 */
public record Clouds(List<Cloud> all) {
    public Clouds {
        all = List.copyOf(all);
    }

    /**
     * Reads them.
     *
     * @param setting the value of a key, secrets read from their files already
     * @throws IllegalArgumentException naming every setting that is missing or wrong, with the cure
     */
    public static Clouds read(Function<String, Optional<String>> setting) {
        List<String> problems = new ArrayList<>();
        List<Cloud> clouds = new ArrayList<>();
        Arrays.stream(setting.apply("clouds").orElse("").split("[,\\s]+", -1))
                .filter(name -> !name.isEmpty())
                .forEach(name -> {
                    String prefix = "clouds." + name + ".";
                    Optional<URI> url =
                            needed(setting, prefix + "url", problems)
                                    .flatMap(text -> address(prefix + "url", text, problems));
                    Optional<String> login = needed(setting, prefix + "login", problems);
                    Optional<String> password = needed(setting, prefix + "password", problems);
                    int requests = number(setting, prefix + "requests", 4, problems);
                    int patience = number(setting, prefix + "patience", 180, problems);
                    CloudPolicy policy = policy(name, setting, problems);
                    List<Cloud.Branch> branches = branches(prefix, setting, problems);
                    unlike(prefix, login, policy, branches, problems);
                    if (url.isPresent() && login.isPresent() && password.isPresent()) {
                        clouds.add(
                                new Cloud(
                                        name,
                                        url.get(),
                                        login.get(),
                                        password.get(),
                                        requests,
                                        Duration.ofSeconds(patience),
                                        policy,
                                        branches));
                    }
                });
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
        return new Clouds(clouds);
    }

    private static List<Cloud.Branch> branches(
            String prefix, Function<String, Optional<String>> setting, List<String> problems) {
        List<Cloud.Branch> branches = new ArrayList<>();
        for (String account : words(setting, prefix + "accounts")) {
            String of = prefix + "accounts." + account + ".";
            Optional<String> login = needed(setting, of + "login", problems);
            Optional<String> password = needed(setting, of + "password", problems);
            Optional<String> group = needed(setting, of + "group", problems);
            Optional<String> units = needed(setting, of + "units", problems);
            if (login.isPresent()
                    && password.isPresent()
                    && group.isPresent()
                    && units.isPresent()) {
                branches.add(
                        new Cloud.Branch(
                                words(setting, of + "units").stream()
                                        .map(key -> key.toLowerCase(Locale.ROOT))
                                        .collect(Collectors.toSet()),
                                login.get(),
                                password.get(),
                                group.get()));
            }
        }
        return branches;
    }

    /** No two accounts are one, and none keeps what another keeps. */
    private static void unlike(
            String prefix,
            Optional<String> login,
            CloudPolicy policy,
            List<Cloud.Branch> branches,
            List<String> problems) {
        String cure = "; give each account of " + prefix + "accounts its own";
        Set<String> logins = new HashSet<>(login.stream().toList());
        Set<String> groups = new HashSet<>(Set.of(policy.serviceGroup()));
        Set<String> units = new HashSet<>();
        for (Cloud.Branch branch : branches) {
            if (!logins.add(branch.login())) {
                problems.add("two accounts have the login " + branch.login() + cure);
            }
            if (!groups.add(branch.group())) {
                problems.add("two accounts have the group " + branch.group() + cure);
            }
            branch.units().stream()
                    .filter(key -> !units.add(key))
                    .sorted()
                    .forEach(key -> problems.add("two accounts keep the unit " + key + cure));
        }
    }

    private static Set<String> words(Function<String, Optional<String>> setting, String key) {
        return Arrays.stream(setting.apply(key).orElse("").split("[,\\s]+", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    private static CloudPolicy policy(
            String name, Function<String, Optional<String>> setting, List<String> problems) {
        String prefix = "clouds." + name + ".";
        String internal =
                setting.apply(prefix + "internal")
                        .map(String::strip)
                        .orElse(String.valueOf(!name.equals(Entrants.WORKING)));
        if (!internal.equals("true") && !internal.equals("false")) {
            problems.add(prefix + "internal is '" + internal + "'; write true or false");
        }
        Set<String> apps = words(setting, prefix + "apps");
        return new CloudPolicy(
                internal.equals("true"),
                setting.apply(prefix + "group").orElse("freihafen"),
                name,
                apps);
    }

    private static Optional<String> needed(
            Function<String, Optional<String>> setting, String key, List<String> problems) {
        Optional<String> value = setting.apply(key).map(String::strip).filter(v -> !v.isEmpty());
        if (value.isEmpty()) {
            problems.add(key + " is missing: set it, or take the cloud out of clouds");
        }
        return value;
    }

    private static Optional<URI> address(String key, String text, List<String> problems) {
        try {
            URI uri = new URI(text.replaceAll("/+$", ""));
            boolean loopback =
                    "127.0.0.1".equals(uri.getHost()) || "localhost".equals(uri.getHost());
            if ("https".equals(uri.getScheme()) || (loopback && "http".equals(uri.getScheme()))) {
                return Optional.of(uri);
            }
        } catch (URISyntaxException e) {
            // said below
        }
        problems.add(key + " is not an https address (http only to this machine): " + text);
        return Optional.empty();
    }

    private static int number(
            Function<String, Optional<String>> setting,
            String key,
            int otherwise,
            List<String> problems) {
        String text = setting.apply(key).map(String::strip).orElse(String.valueOf(otherwise));
        if (!text.matches("[1-9][0-9]{0,3}")) {
            problems.add(key + ": '" + text + "'; write a number from 1 to 9999");
            return otherwise;
        }
        return Integer.parseInt(text);
    }
}
