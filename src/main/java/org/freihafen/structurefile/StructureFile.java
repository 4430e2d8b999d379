package org.freihafen.structurefile;

import java.util.List;
import java.util.Locale;

/**
 * A structure file as it came: its text and its lines, or what made it unreadable. Whether its
 * lines make a structure is for {@link StructureRule} to say.
 */
public record StructureFile(String text, List<Line> lines, List<FileProblem> problems) {
    public StructureFile {
        lines = List.copyOf(lines);
        problems = List.copyOf(problems);
    }

    /** The columns, by the names they have in the file. */
    public enum Column {
        KEY,
        NAME,
        KIND,
        PARENT,
        AGS;

        public String header() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One line, as it stands there, without blanks around the values. */
    public record Line(
            int number, String key, String name, String kind, String parent, String officialKey) {}
}
