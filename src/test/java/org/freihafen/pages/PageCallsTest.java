package org.freihafen.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Pages call what is there: a page is read when somebody opens it, and not by the compiler. */
class PageCallsTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Pattern BEAN =
            Pattern.compile("@Named(?:\\(\"(\\w+)\"\\))?\\s[^{]*?public class (\\w+)");
    private static final Pattern CALL = Pattern.compile("(?<![.\\w'])(\\w+)\\.(\\w+)\\(");

    @Test
    void every_call_of_a_bean_in_a_page_has_a_public_method() throws Exception {
        Map<String, Set<String>> beans = beans();
        assertThat(beans).hasSizeGreaterThan(30).containsKey("asked");
        Set<String> missing = new TreeSet<>();
        int calls = 0;
        for (Path page : files(PAGES, ".xhtml")) {
            Matcher call = CALL.matcher(Files.readString(page));
            while (call.find()) {
                Set<String> methods = beans.get(call.group(1));
                if (methods != null) {
                    calls++;
                    if (!methods.contains(call.group(2))) {
                        missing.add(page.getFileName() + ": " + call.group());
                    }
                }
            }
        }
        assertThat(calls).isGreaterThan(500);
        assertThat(missing).isEmpty();
    }

    private static Map<String, Set<String>> beans() throws Exception {
        Map<String, Set<String>> beans = new HashMap<>();
        for (Path file : files(SOURCES, ".java")) {
            Matcher bean = BEAN.matcher(Files.readString(file));
            if (bean.find()) {
                String room = SOURCES.relativize(file.getParent()).toString().replace('/', '.');
                String type = bean.group(2);
                String name =
                        bean.group(1) == null
                                ? type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1)
                                : bean.group(1);
                beans.put(name, methods(Class.forName(room + "." + type)));
            }
        }
        return beans;
    }

    private static Set<String> methods(Class<?> bean) {
        return Arrays.stream(bean.getMethods()).map(Method::getName).collect(Collectors.toSet());
    }

    private static List<Path> files(Path below, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(below)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
