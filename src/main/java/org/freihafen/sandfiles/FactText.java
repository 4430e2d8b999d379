package org.freihafen.sandfiles;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Facts as single lines of text: the type's name and the components, separated by tabs. */
final class FactText {
    private static final Map<String, Class<?>> TYPES = types();

    private FactText() {}

    static String write(Fact fact) {
        StringBuilder line = new StringBuilder(fact.getClass().getSimpleName());
        try {
            for (RecordComponent component : fact.getClass().getRecordComponents()) {
                line.append('\t').append(escaped(component.getAccessor().invoke(fact).toString()));
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a fact cannot be read", e);
        }
        return line.toString();
    }

    static Fact read(String line) {
        List<String> words = words(line);
        Class<?> type = TYPES.get(words.getFirst());
        if (type == null || type.getRecordComponents().length != words.size() - 1) {
            throw new IllegalArgumentException("not a fact: " + words.getFirst());
        }
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] kinds = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            kinds[i] = components[i].getType();
            values[i] = value(kinds[i], words.get(i + 1));
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(kinds);
            return (Fact) constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("not a fact: " + words.getFirst(), e);
        }
    }

    private static Object value(Class<?> kind, String word) {
        if (kind == long.class) {
            return Long.valueOf(word);
        }
        if (kind == int.class) {
            return Integer.valueOf(word);
        }
        return kind == boolean.class ? Boolean.valueOf(word) : word;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\t') {
                words.add(word.toString());
                word.setLength(0);
            } else if (c == '\\' && i + 1 < line.length()) {
                i++;
                word.append(
                        switch (line.charAt(i)) {
                            case 't' -> '\t';
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            default -> line.charAt(i);
                        });
            } else {
                word.append(c);
            }
        }
        words.add(word.toString());
        return words;
    }

    private static Map<String, Class<?>> types() {
        Map<String, Class<?>> types = new HashMap<>();
        for (Class<?> type : Fact.class.getPermittedSubclasses()) {
            types.put(type.getSimpleName(), type);
        }
        return types;
    }
}
