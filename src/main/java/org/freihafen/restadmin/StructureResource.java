package org.freihafen.restadmin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.freihafen.ids.PlanId;
import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Plan;
import org.freihafen.reconcile.Verdict;
import org.freihafen.reshape.ForeseeingFile;
import org.freihafen.rest.BadFile;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Refused;
import org.freihafen.structure.UnitKey;
import org.freihafen.structurefile.FileProblem;
import org.freihafen.structurefile.ReadingStructure;
import org.freihafen.structurefile.Structuring;
import org.freihafen.structurefile.UnitRow;
import org.freihafen.web.Caller;
import org.freihafen.web.Language;
import org.freihafen.words.ConsequenceLines;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** The structure file: planned first, then applied by approval of exactly that plan. */
@Path("/structure")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "structure")
public class StructureResource {
    private final Caller caller;
    private final ReadingStructure reading;
    private final Structuring structuring;
    private final ForeseeingFile foreseeing;
    private final ConsequenceLines lines;
    private final HttpServletRequest request;
    private final Language language;

    @Inject
    StructureResource(
            Caller caller,
            ReadingStructure reading,
            Structuring structuring,
            ForeseeingFile foreseeing,
            ConsequenceLines lines,
            HttpServletRequest request,
            Language language) {
        this.caller = caller;
        this.reading = reading;
        this.structuring = structuring;
        this.foreseeing = foreseeing;
        this.lines = lines;
        this.request = request;
        this.language = language;
    }

    /** One change to a unit: {@code create}, {@code update} or {@code delete}. */
    public record ChangeView(
            String change, String key, Optional<RowView> before, Optional<RowView> after) {}

    /** A unit as the file has it. */
    public record RowView(
            String name, String kind, Optional<String> parent, Optional<String> officialKey) {
        static RowView of(UnitRow row) {
            return new RowView(
                    row.name(), row.kind(), row.parent().map(UnitKey::value), row.officialKey());
        }
    }

    /**
     * A plan.
     *
     * @param verdict {@code safe}, or {@code needs-approval} with the losses
     * @param consequences who gains and who loses access to which folders, in words
     */
    public record Planned(
            String plan,
            String hash,
            String verdict,
            List<RunsResource.LossView> losses,
            List<ChangeView> changes,
            List<String> consequences) {}

    /** How many units were made, changed and ended. */
    public record Applied(int created, int updated, int ended) {}

    @PUT
    @Consumes("text/csv")
    @Operation(
            summary = "Plans to bring the units that came from such a file to this one",
            description =
                    "Columns key;name;kind;parent;ags. Nothing changes before the approval. Units"
                            + " that were founded are never ended by absence.")
    @APIResponseSchema(value = Planned.class, responseCode = "200")
    public Response plan(InputStream file) throws IOException {
        return switch (reading.plan(caller.actor(), file)) {
            case Structuring.Answer.Broken(List<FileProblem> problems) ->
                    throw new BadFile(problems);
            case Structuring.Answer.Planned(var id, var hash, var plan, var verdict) ->
                    Response.ok(
                                    new Planned(
                                            id.toString(),
                                            hash,
                                            verdict instanceof Verdict.Safe
                                                    ? "safe"
                                                    : "needs-approval",
                                            losses(verdict),
                                            changes(plan),
                                            lines.all(
                                                    foreseeing.foresee(caller.actor(), plan),
                                                    language.of(request))))
                            .build();
        };
    }

    public static List<RunsResource.LossView> losses(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Safe() -> List.of();
            case Verdict.NeedsApproval(var losses) ->
                    losses.stream()
                            .map(l ->
                                    new RunsResource.LossView(
                                            l.what(), l.where(), l.lost(), l.before()))
                            .toList();
        };
    }

    private static List<ChangeView> changes(Plan<UnitKey, UnitRow> plan) {
        return plan.changes().stream().map(StructureResource::view).toList();
    }

    private static ChangeView view(Change<UnitKey, UnitRow> change) {
        String key = change.key().value();
        return switch (change) {
            case Change.Create<UnitKey, UnitRow>(_, UnitRow after) ->
                    new ChangeView("create", key, Optional.empty(), Optional.of(RowView.of(after)));
            case Change.Update<UnitKey, UnitRow>(_, UnitRow before, UnitRow after) ->
                    new ChangeView(
                            "update",
                            key,
                            Optional.of(RowView.of(before)),
                            Optional.of(RowView.of(after)));
            case Change.Delete<UnitKey, UnitRow>(_, UnitRow before) ->
                    new ChangeView(
                            "delete", key, Optional.of(RowView.of(before)), Optional.empty());
        };
    }

    @POST
    @Path("/{plan}/approval")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Applies exactly the plan with this hash, or nothing")
    public Applied approve(@PathParam("plan") String plan, RunsResource.@Nullable Approval sent) {
        RunsResource.Approval body = Fields.body(sent);
        Fields fields = new Fields();
        Optional<PlanId> id = fields.id("plan", plan, PlanId::of);
        Optional<String> hash = fields.needed("hash", body.hash(), 200);
        fields.check();
        Plan<UnitKey, UnitRow> applied =
                Refused.unless(
                        structuring.approve(caller.actor(), id.orElseThrow(), hash.orElseThrow()));
        int created = 0;
        int updated = 0;
        int ended = 0;
        for (Change<UnitKey, UnitRow> change : applied.changes()) {
            switch (change) {
                case Change.Create<UnitKey, UnitRow> _ -> created++;
                case Change.Update<UnitKey, UnitRow> _ -> updated++;
                case Change.Delete<UnitKey, UnitRow> _ -> ended++;
            }
        }
        return new Applied(created, updated, ended);
    }
}
