package org.freihafen.restgrant;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

import org.freihafen.access.Refusal;
import org.freihafen.drift.Drift;
import org.freihafen.drift.Found;
import org.freihafen.drift.Found.Terms;
import org.freihafen.drift.SeeingDrift.Shown;
import org.freihafen.ids.FolderId;
import org.freihafen.ids.PersonId;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Sight;
import org.freihafen.structure.Kinds;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.web.Language;
import org.freihafen.words.Words;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What was done by hand, as programs read it. */
@Dependent
class DriftViews {
    private final Sight sight;
    private final GrantViews grants;
    private final Kinds kinds;
    private final Words words;

    @Inject
    DriftViews(
            Sight sight,
            GrantViews grants,
            Kinds kinds,
            HttpServletRequest request,
            Language language) {
        this.sight = sight;
        this.grants = grants;
        this.kinds = kinds;
        this.words = language.of(request);
    }

    /**
     * What somebody may.
     *
     * @param until the last day on which it holds
     */
    public record TermsView(List<String> permissions, Optional<LocalDate> until) {}

    /** What somebody said, {@code repair} or {@code adopt}. */
    public record AnswerView(String choice, String by, Instant at) {}

    /**
     * Something that was done by hand.
     *
     * @param what {@code given}, {@code changed}, {@code taken}, {@code shared}, {@code moved},
     *     {@code deleted}, {@code unclosed} or {@code renamed}
     * @param folder the id of the folder; empty for the whole workspace and for a folder that only
     *     the cloud knows
     * @param from where a folder was before
     * @param to who got or lost access; empty if that is nobody of ours
     * @param stranger what the cloud calls somebody who is none of ours
     * @param by the person who did it, where the cloud tells
     * @param law what becomes of it by itself: {@code put-back}, {@code followed}, {@code
     *     taken-over}, or {@code left} until somebody says a word
     * @param run the run that found it
     * @param done since when it is as it is to be
     * @param notAdopted why it cannot be adopted
     */
    public record DriftView(
            String id,
            String unit,
            String cloud,
            String what,
            Optional<String> folder,
            String path,
            Optional<String> from,
            Optional<GrantViews.Recipient> to,
            Optional<String> stranger,
            Optional<String> by,
            Optional<TermsView> was,
            Optional<TermsView> now,
            String law,
            Instant since,
            String run,
            Optional<Instant> done,
            Optional<AnswerView> answer,
            Optional<String> notAdopted) {}

    DriftView view(Shown shown) {
        return view(shown.drift(), shown.notAdopted());
    }

    DriftView view(Drift drift, Optional<Refusal> notAdopted) {
        Structure structure = sight.structure();
        Found found = drift.found();
        return new DriftView(
                drift.id().toString(),
                structure
                        .byId(found.unit())
                        .map((Unit unit) -> sight.keyOf(unit).value())
                        .orElse(""),
                found.cloud(),
                Fields.spelled(found.what()),
                found.place().folder().map(FolderId::toString),
                found.place().path(),
                found.place().from(),
                found.to().map(to -> grants.recipient(to, structure)),
                Optional.of(found.stranger()).filter(name -> !name.isEmpty()),
                found.by().map(PersonId::toString),
                found.was().map(DriftViews::terms),
                found.is().map(DriftViews::terms),
                Fields.spelled(found.law()),
                drift.since(),
                drift.run().toString(),
                drift.done(),
                drift.answer()
                        .map(answer ->
                                new AnswerView(
                                        Fields.spelled(answer.choice()),
                                        answer.by().toString(),
                                        answer.at())),
                notAdopted.map(why -> words.why(why, kinds) + " " + words.cure(why, kinds)));
    }

    private static TermsView terms(Terms terms) {
        return new TermsView(
                terms.permissions().stream().sorted().map(Fields::spelled).toList(),
                terms.until().map(until -> until.minusDays(1)));
    }
}
