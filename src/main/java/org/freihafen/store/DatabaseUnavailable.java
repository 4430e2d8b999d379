package org.freihafen.store;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;

/** The database cannot be opened. The message is one sentence: what is wrong and how to mend it. */
public final class DatabaseUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private DatabaseUnavailable(String message) {
        super(message);
    }

    /**
     * Says what a failed attempt to open the database means.
     *
     * @param url as configured; what may be secret in it is left out
     */
    static Optional<DatabaseUnavailable> because(Throwable failure, String url) {
        String place = url.replaceFirst("[;?].*", "");
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String words = Objects.requireNonNullElse(cause.getMessage(), "");
            String state = cause instanceof SQLException sql ? sql.getSQLState() : "";
            Optional<String> sentence =
                    sentence(Objects.requireNonNullElse(state, ""), words, place);
            if (sentence.isPresent()) {
                return sentence.map(DatabaseUnavailable::new);
            }
        }
        return Optional.empty();
    }

    /** The server's pool keeps only the words of what went wrong, so both are looked at. */
    private static Optional<String> sentence(String state, String words, String place) {
        if (state.equals("90020") || words.contains("already in use")) {
            return Optional.of(
                    "The database "
                            + place
                            + " is in use by another Freihafen: end that one, or give this one a"
                            + " directory of its own by freihafen.data.");
        }
        if (state.equals("28P01") || state.equals("28000") || words.contains("authentication")) {
            return Optional.of(
                    "The database " + place + " does not let us in: mend db.user and db.password.");
        }
        if (state.equals("3D000")) {
            return Optional.of("There is no database " + place + ": create it, or mend db.url.");
        }
        if (state.startsWith("08") || words.contains("refused")) {
            return Optional.of(
                    "The database " + place + " does not answer: start it, or mend db.url.");
        }
        return Optional.empty();
    }
}
