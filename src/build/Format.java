import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

/**
 * Holds every Java source to google-java-format in its AOSP style: {@code check} names the files
 * that deviate and fails, {@code write} mends them. Files that have not been touched since the last
 * good run are not read again; the second argument is the file whose time says when that was.
 */
void main(String[] arguments) throws IOException {
    var write = arguments[0].equals("write");
    var lastGood = Path.of(arguments[1]);
    var begun = FileTime.fromMillis(System.currentTimeMillis());
    var since =
            Files.exists(lastGood) ? Files.getLastModifiedTime(lastGood) : FileTime.fromMillis(0);

    List<Path> deviating;
    try (var sources = Files.walk(Path.of("src"))) {
        deviating =
                sources
                        .filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> modified(file).compareTo(since) >= 0)
                        .toList()
                        .parallelStream()
                        .filter(file -> deviates(file, write))
                        .toList();
    }
    if (!write && !deviating.isEmpty()) {
        deviating.forEach(file -> System.err.println("not formatted: " + file));
        System.err.println("Mend with: mvn process-sources -Dformat=write");
        System.exit(1);
    }
    Files.createDirectories(lastGood.getParent());
    Files.writeString(lastGood, "");
    Files.setLastModifiedTime(lastGood, begun);
}

private FileTime modified(Path file) {
    try {
        return Files.getLastModifiedTime(file);
    } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
    }
}

private boolean deviates(Path file, boolean write) {
    try {
        var source = Files.readString(file);
        var formatted = formatted(source);
        if (source.equals(formatted)) {
            return false;
        }
        if (write) {
            Files.writeString(file, formatted);
        }
        return true;
    } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
    } catch (FormatterException notJava) {
        throw new IllegalStateException(file + ": " + notJava.getMessage(), notJava);
    }
}

private String formatted(String source) throws FormatterException {
    var formatter = new Formatter(JavaFormatterOptions.builder().style(Style.AOSP).build());
    return formatter.formatSource(
            RemoveUnusedImports.removeUnusedImports(
                    ImportOrderer.reorderImports(source, Style.AOSP)));
}
