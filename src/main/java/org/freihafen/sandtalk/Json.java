package org.freihafen.sandtalk;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * JSON as PHP writes it: an {@link Optional} that is empty is null, an empty map is an empty array.
 * Reads one flat object, which is all that a form in JSON may be.
 */
public final class Json {
    private Json() {}

    public static String write(Object value) {
        StringBuilder out = new StringBuilder();
        write(out, value);
        return out.toString();
    }

    private static void write(StringBuilder out, Object value) {
        switch (value) {
            case Map<?, ?> map when map.isEmpty() -> out.append("[]");
            case Map<?, ?> map -> {
                String separator = "{";
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    out.append(separator);
                    quote(out, entry.getKey().toString());
                    out.append(':');
                    write(out, entry.getValue());
                    separator = ",";
                }
                out.append('}');
            }
            case List<?> list -> {
                out.append('[');
                for (Iterator<?> each = list.iterator(); each.hasNext(); ) {
                    write(out, each.next());
                    out.append(each.hasNext() ? "," : "");
                }
                out.append(']');
            }
            case Optional<?> optional when optional.isEmpty() -> out.append("null");
            case Optional<?> optional -> write(out, optional.get());
            case Number number -> out.append(number);
            case Boolean bool -> out.append(bool);
            default -> quote(out, value.toString());
        }
    }

    private static void quote(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20 || c == '<' || c == '>') {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /** The members of a flat object as text. */
    public static Map<String, String> flatObject(String text) {
        return new Reader(text).object();
    }

    private static final class Reader {
        private final String text;
        private int at;

        private Reader(String text) {
            this.text = text;
        }

        private Map<String, String> object() {
            Map<String, String> members = new LinkedHashMap<>();
            expect('{');
            if (peek() == '}') {
                return members;
            }
            do {
                String name = string();
                expect(':');
                members.put(name, scalar());
            } while (take(','));
            expect('}');
            return members;
        }

        private String scalar() {
            if (peek() == '"') {
                return string();
            }
            int from = at;
            while (at < text.length() && ",} \t\r\n".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            String word = text.substring(from, at);
            if (!word.matches("true|false|null|-?[0-9]{1,18}")) {
                throw bad();
            }
            return word.equals("null") ? "" : word;
        }

        private String string() {
            expect('"');
            StringBuilder out = new StringBuilder();
            while (true) {
                char c = next();
                if (c == '"') {
                    return out.toString();
                }
                out.append(c == '\\' ? escaped(next()) : c);
            }
        }

        private char escaped(char c) {
            return switch (c) {
                case 'n' -> '\n';
                case 'r' -> '\r';
                case 't' -> '\t';
                case 'b' -> '\b';
                case 'f' -> '\f';
                case 'u' -> {
                    int code = 0;
                    for (int i = 0; i < 4; i++) {
                        int digit = Character.digit(next(), 16);
                        if (digit < 0) {
                            throw bad();
                        }
                        code = code * 16 + digit;
                    }
                    yield (char) code;
                }
                default -> c;
            };
        }

        private char next() {
            if (at >= text.length()) {
                throw bad();
            }
            return text.charAt(at++);
        }

        private char peek() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return at < text.length() ? text.charAt(at) : '\0';
        }

        private boolean take(char c) {
            if (peek() != c) {
                return false;
            }
            at++;
            return true;
        }

        private void expect(char c) {
            if (!take(c)) {
                throw bad();
            }
        }

        private static Refusal bad() {
            return Refusal.ocs(400, "The request body is no JSON object of plain values");
        }
    }
}
