package org.freihafen.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The address of the page that a visitor looks at, also after one of its forms was refused. */
public final class Here {
    private static final List<String> SAYS_WHERE =
            List.of(
                    "key", "id", "folder", "grant", "person", "to", "find", "open", "only",
                    "after");

    private Here() {}

    public static String of(HttpServletRequest request) {
        String path =
                Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                        .map(Object::toString)
                        .orElse(request.getRequestURI());
        String query = query(request);
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static String query(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                ? Optional.ofNullable(request.getQueryString()).orElse("")
                : parameters(request).entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
    }

    /** Those of a form's fields that belong to its page's address; never a secret. */
    public static Map<String, String> parameters(HttpServletRequest request) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String name : SAYS_WHERE) {
            String value = request.getParameter(name);
            if (value != null && !value.isEmpty()) {
                parameters.put(name, value);
            }
        }
        return parameters;
    }

    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
