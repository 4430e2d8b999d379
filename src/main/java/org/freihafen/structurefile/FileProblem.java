package org.freihafen.structurefile;

import java.text.Format;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * Something in an uploaded file that cannot be taken as it is. The words stand in the bundle {@code
 * problems} under the fault's name, and its cure under {@code <name>.cure}; {0} is the value, {1}
 * and so on are the facts.
 *
 * @param line the line in the file, from 1; 0 if the problem lies in the whole file
 * @param column the column's name in the file, or empty if the whole line is meant
 * @param value what stands there, or empty if nothing does
 */
public record FileProblem(int line, String column, String value, Fault fault, List<String> facts) {
    private static final Control ENGLISH_OTHERWISE =
            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    /** What is wrong; each room that reads files has its own. */
    public interface Fault {
        String name();
    }

    public static FileProblem at(
            int line, String column, String value, Fault fault, String... facts) {
        return new FileProblem(line, column, value, fault, List.of(facts));
    }

    public static FileProblem ofFile(Fault fault, String value, String... facts) {
        return new FileProblem(0, "", value, fault, List.of(facts));
    }

    /** What is wrong, in one sentence. */
    public String said(Locale locale) {
        return words(fault.name(), locale);
    }

    /** What to do about it, in one sentence. */
    public String cure(Locale locale) {
        return words(fault.name() + ".cure", locale);
    }

    private String words(String key, Locale locale) {
        List<Object> all = new ArrayList<>();
        all.add(value);
        all.addAll(facts);
        ResourceBundle words = ResourceBundle.getBundle("problems", locale, ENGLISH_OTHERWISE);
        MessageFormat sentence = new MessageFormat(words.getString(key), locale);
        Format[] formats = sentence.getFormatsByArgumentIndex();
        for (int fact = 0; fact < facts.size() && fact + 1 < formats.length; fact++) {
            if (formats[fact + 1] instanceof NumberFormat) {
                all.set(fact + 1, Integer.valueOf(facts.get(fact)));
            }
        }
        return sentence.format(all.toArray());
    }
}
