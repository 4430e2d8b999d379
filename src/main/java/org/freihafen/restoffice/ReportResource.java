package org.freihafen.restoffice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.freihafen.reports.Overview;
import org.freihafen.reports.ReadingReports;
import org.freihafen.reports.ShownTable;
import org.freihafen.rest.Sight;
import org.freihafen.web.Caller;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A branch in numbers. */
@Path("/units/{key}/report")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
public class ReportResource {
    private final Caller caller;
    private final Sight sight;
    private final ReadingReports reading;

    @Inject
    ReportResource(Caller caller, Sight sight, ReadingReports reading) {
        this.caller = caller;
        this.sight = sight;
        this.reading = reading;
    }

    /** How many people there were at one day's end. */
    public record PointView(LocalDate day, int people) {}

    /** One count; without people if it is hidden. */
    public record CountView(String of, Optional<Integer> people) {}

    /** One part of the branch; the sums have no name. */
    public record RowView(String name, List<CountView> counts, Optional<Integer> sum) {}

    /** Counts of the parts of a branch, with their sums. */
    public record TableView(List<RowView> rows, RowView sums) {}

    /** A branch in numbers, with all below it. */
    public record ReportView(
            String unit,
            List<PointView> people,
            TableView fourteenDays,
            TableView places,
            Optional<TableView> ages) {}

    @GET
    @Operation(
            summary = "A branch in numbers: months, fourteen days, places and ages",
            description =
                    "Counts below five are left out, and as many more as are needed for none of"
                            + " them to follow from the others.")
    public ReportView read(@PathParam("key") String key) {
        Overview overview = reading.read(caller.actor(), sight.unit(key));
        return new ReportView(
                overview.unit().key().value(),
                overview.people().stream()
                        .map(point -> new PointView(point.day(), point.people()))
                        .toList(),
                table(overview.movement()),
                table(overview.places()),
                overview.ages().map(ReportResource::table));
    }

    private static TableView table(ShownTable table) {
        return new TableView(
                table.rows().stream().map(row -> row(table, row)).toList(),
                row(table, table.sums()));
    }

    private static RowView row(ShownTable table, ShownTable.Row row) {
        List<CountView> counts = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            counts.add(
                    new CountView(
                            table.columns().get(i).toLowerCase(Locale.ROOT).replace('_', '-'),
                            row.counts().get(i)));
        }
        return new RowView(row.name(), counts, row.sum());
    }
}
