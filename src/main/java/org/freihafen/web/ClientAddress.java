package org.freihafen.web;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;

import org.freihafen.settings.Settings;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * The address from which a request comes. Where that is a reverse proxy of ours, the last one that
 * it names in {@code X-Forwarded-For} and that is not a proxy of ours again.
 */
@Singleton
public class ClientAddress {
    private final Set<String> proxies;

    @Inject
    public ClientAddress(Settings settings) {
        proxies = settings.proxies();
    }

    public String of(HttpServletRequest request) {
        return of(request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For")));
    }

    String of(String peer, List<String> forwarded) {
        if (!proxies.contains(peer)) {
            return peer;
        }
        List<String> named =
                forwarded.stream()
                        .flatMap(line -> Arrays.stream(line.split(",", -1)))
                        .map(String::strip)
                        .filter(address -> !address.isEmpty())
                        .toList();
        return named.reversed().stream()
                .filter(address -> !proxies.contains(address))
                .findFirst()
                .orElse(peer);
    }
}
