package org.freihafen.restgroup;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

import org.freihafen.access.Refusal;
import org.freihafen.reach.Difference;
import org.freihafen.reach.Difference.Shift;
import org.freihafen.reshape.Consequences;
import org.freihafen.reshape.Reshape;
import org.freihafen.reshape.Reshaping;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Refused;
import org.freihafen.rest.Sight;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.web.Caller;
import org.freihafen.web.Language;
import org.freihafen.words.ConsequenceLines;
import org.freihafen.words.Words;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes to a unit, which are shown first and done when their hash comes back. */
@Dependent
class Reshapes {
    /** How each of them is asked for, as the description of the API says it. */
    static final String SHOWN_FIRST =
            "Without hash nothing changes: the answer shows who gains and who loses access,"
                    + " and a hash. With that hash exactly this is done, or nothing if it"
                    + " has changed since.";

    private static final int LONGEST_HASH = 200;

    private final Caller caller;
    private final Sight sight;
    private final Reshaping reshaping;
    private final ConsequenceLines lines;
    private final HttpServletRequest request;
    private final Language language;

    @Inject
    Reshapes(
            Caller caller,
            Sight sight,
            Reshaping reshaping,
            ConsequenceLines lines,
            HttpServletRequest request,
            Language language) {
        this.caller = caller;
        this.sight = sight;
        this.reshaping = reshaping;
        this.lines = lines;
        this.request = request;
        this.language = language;
    }

    /**
     * What changes in one folder, in numbers of people.
     *
     * @param folder empty for the whole workspace
     */
    public record ShiftView(
            String workspace,
            Optional<String> folder,
            String name,
            int gaining,
            int losing,
            int allowedMore,
            int allowedLess) {}

    /**
     * What comes of a change.
     *
     * @param done whether it was done; else nothing has changed yet
     * @param hash send it to have exactly this done
     * @param sentences all of it in words
     * @param guests how many guests the unit has that a merger passes on and dissolution ends
     * @param ending ids of grants that end
     * @param waiting ids of grants about which whoever gave them then decides
     */
    public record ConsequencesView(
            boolean done,
            String hash,
            List<String> sentences,
            int gaining,
            int losing,
            List<ShiftView> folders,
            int guests,
            List<String> ending,
            List<String> waiting) {}

    static Optional<String> hash(Fields fields, @Nullable String hash) {
        return fields.text("hash", hash, LONGEST_HASH);
    }

    ConsequencesView answer(Reshape reshape, Optional<String> hash) {
        return hash.isPresent()
                ? view(
                        true,
                        Refused.unless(reshaping.carryOut(caller.actor(), reshape, hash.get())))
                : view(false, Refused.unless(reshaping.show(caller.actor(), reshape)));
    }

    /** A move by which nobody gains or loses needs not be shown first. */
    Unit moveUnseen(Reshape.Move move) {
        Consequences shown = Refused.unless(reshaping.show(caller.actor(), move));
        if (!shown.difference().isNothing()) {
            throw new Refused(Refusal.by(Refusal.Rule.SHOW_FIRST));
        }
        Refused.unless(reshaping.carryOut(caller.actor(), move, shown.hash()));
        return shown.unit().under(move.under());
    }

    private ConsequencesView view(boolean done, Consequences shown) {
        Words words = language.of(request);
        Difference difference = shown.difference();
        List<String> sentences = new ArrayList<>(lines.of(shown, words));
        sentences.addAll(lines.of(difference, words));
        return new ConsequencesView(
                done,
                shown.hash(),
                sentences,
                difference.gaining().size(),
                difference.losing().size(),
                folders(difference, words),
                shown.guests().size(),
                shown.ending().stream().map(grant -> grant.id().toString()).toList(),
                shown.waiting().stream().map(grant -> grant.id().toString()).toList());
    }

    private List<ShiftView> folders(Difference difference, Words words) {
        Structure structure = sight.structure();
        return difference.shifts().stream().map(shift -> folder(shift, structure, words)).toList();
    }

    private ShiftView folder(Shift shift, Structure structure, Words words) {
        return new ShiftView(
                structure
                        .byId(shift.folder().workspace())
                        .map(unit -> unit.key().value())
                        .orElse(""),
                shift.folder().folder().map(Object::toString),
                lines.place(shift.folder(), structure, words),
                shift.gaining().size(),
                shift.losing().size(),
                shift.allowedMore().size(),
                shift.allowedLess().size());
    }
}
