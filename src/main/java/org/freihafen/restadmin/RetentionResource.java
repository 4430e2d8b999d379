package org.freihafen.restadmin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.freihafen.access.Access;
import org.freihafen.access.Action;
import org.freihafen.retention.Forgetting;
import org.freihafen.retention.Retained;
import org.freihafen.retention.Retention;
import org.freihafen.web.Caller;
import org.freihafen.web.Language;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is kept, why and how long, and what will be deleted next. */
@Path("/retention")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "privacy")
public class RetentionResource {
    private final Caller caller;
    private final Access access;
    private final Retention retention;
    private final Forgetting forgetting;
    private final Language language;

    @Inject
    RetentionResource(
            Caller caller,
            Access access,
            Retention retention,
            Forgetting forgetting,
            Language language) {
        this.caller = caller;
        this.access = access;
        this.retention = retention;
        this.forgetting = forgetting;
        this.language = language;
    }

    /**
     * One sort of data.
     *
     * @param days for how many days after {@code until}; left out if no clock ends it
     * @param dueNow how many the next run of the job deletes; for those with a duty
     * @param dueInAWeek likewise until a week from now
     */
    public record Row(
            String name,
            String what,
            String why,
            Optional<Long> days,
            String until,
            String basis,
            Optional<Integer> dueNow,
            Optional<Integer> dueInAWeek) {}

    /** The table. */
    public record Table(List<Row> rows) {}

    @GET
    @Operation(
            summary = "What is kept, why, how long and by which law",
            description =
                    "With a duty you also see how much the job will delete: at its next run, which"
                            + " is within the hour, and within a week. Nothing is deleted by"
                            + " asking.")
    public Table table(@Context HttpServletRequest request) {
        String spoken = language.of(request).language().getLanguage();
        boolean counts = access.allows(caller.actor(), Action.SEE_RETENTION);
        Map<String, Integer> now = counts ? forgetting.due(Duration.ZERO) : Map.of();
        Map<String, Integer> soon = counts ? forgetting.due(Duration.ofDays(7)) : Map.of();
        return new Table(
                retention.rows().stream().map(row -> row(row, spoken, now, soon)).toList());
    }

    private static Row row(
            Retained row, String language, Map<String, Integer> now, Map<String, Integer> soon) {
        return new Row(
                row.name(),
                row.what(language),
                row.why(language),
                row.after().map(Duration::toDays),
                row.until(language),
                row.basis(language),
                Optional.ofNullable(now.get(row.name())),
                Optional.ofNullable(soon.get(row.name())));
    }
}
