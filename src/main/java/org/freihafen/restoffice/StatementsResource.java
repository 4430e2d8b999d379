package org.freihafen.restoffice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.freihafen.monthly.MonthlyStatement;
import org.freihafen.monthly.ReadingStatements;
import org.freihafen.monthly.ReadingStatements.Issued;
import org.freihafen.monthly.ReadingStatements.Told;
import org.freihafen.web.Caller;
import org.freihafen.web.Language;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How far the boards' monthly statements came. */
@Path("/statements")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
public class StatementsResource {
    private final Caller caller;
    private final HttpServletRequest request;
    private final Language language;
    private final ReadingStatements reading;

    @Inject
    StatementsResource(
            Caller caller,
            HttpServletRequest request,
            Language language,
            ReadingStatements reading) {
        this.caller = caller;
        this.request = request;
        this.language = language;
        this.reading = reading;
    }

    /** One of them; with why it waits, as long as it does. */
    public record StatementView(
            String unit,
            String month,
            Optional<Instant> filed,
            Optional<Instant> told,
            Optional<String> waits) {}

    /** When the next are due, and a year of them. */
    public record StatementsView(
            LocalDate next, List<String> boardless, List<StatementView> statements) {}

    @GET
    @Operation(
            summary = "A year of monthly statements: filed, told of, or why they wait",
            description =
                    "What they say lies in the boards' own workspaces alone. Boardless lists units"
                            + " that get none as they have no board.")
    public StatementsView read() {
        Issued issued = reading.read(caller.actor());
        Locale reader = language.of(request).language();
        return new StatementsView(
                issued.next(),
                issued.boardless().stream().map(unit -> unit.key().value()).toList(),
                issued.latest().stream().map(told -> view(told, reader)).toList());
    }

    private static StatementView view(Told told, Locale reader) {
        MonthlyStatement statement = told.statement();
        return new StatementView(
                told.branch().key().value(),
                statement.month().toString(),
                statement.filed(),
                statement.told(),
                statement.waits().map(why -> why.in(reader)));
    }
}
