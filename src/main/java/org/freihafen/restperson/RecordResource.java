package org.freihafen.restperson;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.freihafen.access.Decision;
import org.freihafen.ids.PersonId;
import org.freihafen.privacy.Held;
import org.freihafen.privacy.Held.Value;
import org.freihafen.privacy.PersonRecord;
import org.freihafen.privacy.ReadingRecord;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Sight;
import org.freihafen.structure.Structure;
import org.freihafen.web.Caller;
import org.freihafen.web.Language;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that is held about a person. */
@Path("/people/{id}/record")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "privacy")
public class RecordResource {
    private final Caller caller;
    private final Sight sight;
    private final ReadingRecord reading;
    private final Language language;

    @Inject
    RecordResource(Caller caller, Sight sight, ReadingRecord reading, Language language) {
        this.caller = caller;
        this.sight = sight;
        this.reading = reading;
        this.language = language;
    }

    /**
     * One sort of data.
     *
     * @param after for how many days after that; left out if no clock ends it
     * @param entries each thing with what it says; you are "you", others are "somebody"
     */
    public record Section(
            String name,
            String what,
            String why,
            String until,
            Optional<Long> after,
            String basis,
            List<Map<String, String>> entries) {}

    /** All sorts of data about somebody. */
    public record RecordView(String person, Instant at, List<Section> sections) {}

    @GET
    @Operation(
            summary = "Everything that is held about a person, why and how long; you are me",
            description =
                    "Right of access, article 15 GDPR. Other people in it are masked. For yourself,"
                            + " and for the member office, of whose reading the trail tells.")
    public RecordView read(@PathParam("id") String id, @Context HttpServletRequest request) {
        Fields fields = new Fields();
        Optional<PersonId> person =
                id.equals("me") ? caller.somebody() : fields.id("id", id, PersonId::of);
        fields.check();
        String spoken = language.of(request).language().getLanguage();
        return switch (reading.read(caller.actor(), person.orElseThrow())) {
            case Decision.Done<PersonRecord>(PersonRecord record) ->
                    new RecordView(
                            record.person().toString(),
                            record.at(),
                            record.sections().stream()
                                    .map(section -> section(section, spoken))
                                    .toList());
            case Decision.Refused<PersonRecord> _ -> throw new NotFoundException();
        };
    }

    private Section section(PersonRecord.Section section, String language) {
        Structure structure = sight.structure();
        return new Section(
                section.kept().name(),
                section.kept().what(language),
                section.kept().why(language),
                section.kept().until(language),
                section.kept().after().map(Duration::toDays),
                section.kept().basis(language),
                section.entries().stream().map(entry -> said(entry, structure)).toList());
    }

    private static Map<String, String> said(Held.Entry entry, Structure structure) {
        Map<String, String> said = new LinkedHashMap<>();
        entry.fields().forEach(field -> said.put(field.name(), said(field.value(), structure)));
        return said;
    }

    private static String said(Value value, Structure structure) {
        return switch (value) {
            case Value.Text(String text) -> text;
            case Value.Figure(long number) -> Long.toString(number);
            case Value.Day(var day) -> day.toString();
            case Value.Moment(var moment) -> moment.toString();
            case Value.InUnit(var unit) ->
                    structure.byId(unit).map(found -> found.key().value()).orElse(unit.toString());
            case Value.Somebody(boolean oneself) -> oneself ? "you" : "somebody";
        };
    }
}
