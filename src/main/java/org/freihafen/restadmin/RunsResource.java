package org.freihafen.restadmin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.freihafen.ids.RunId;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Refused;
import org.freihafen.runs.Operating;
import org.freihafen.runs.Run;
import org.freihafen.runs.RunLine;
import org.freihafen.web.Caller;
import org.freihafen.web.Language;
import org.freihafen.words.RunTexts;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One run over a target: its plan, how it goes, what came of it. */
@Path("/runs/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "targets")
public class RunsResource {
    private static final int MOST = 1_000;

    private final Caller caller;
    private final Operating operating;
    private final RunTexts texts;
    private final HttpServletRequest request;
    private final Language language;

    @Inject
    RunsResource(
            Caller caller,
            Operating operating,
            RunTexts texts,
            HttpServletRequest request,
            Language language) {
        this.caller = caller;
        this.operating = operating;
        this.texts = texts;
        this.request = request;
        this.language = language;
    }

    /** Numbers of changes. */
    public record CountsView(
            int planned, int applied, int refused, int notYet, int unavailable, int unexplained) {}

    /** How much a plan would take away, and from where. */
    public record LossView(String what, String where, int lost, int before) {}

    /**
     * A run.
     *
     * @param phase postponed where the target is not so far yet, such as a cloud that has to meet
     *     new groups: the rest comes by itself
     * @param hash of its plan, with which it is approved
     * @param losses why it is held
     */
    public record RunView(
            String id,
            String target,
            boolean full,
            boolean dryRun,
            String phase,
            Instant started,
            Optional<Instant> ended,
            CountsView counts,
            Optional<String> hash,
            List<LossView> losses,
            Optional<String> message) {
        static RunView of(Run run, Locale reader) {
            Run.Counts counts = run.counts();
            return new RunView(
                    run.id().toString(),
                    run.target(),
                    run.full(),
                    run.dryRun(),
                    Fields.spelled(run.phase()),
                    run.started(),
                    run.ended(),
                    new CountsView(
                            counts.planned(),
                            counts.applied(),
                            counts.refused(),
                            counts.notYet(),
                            counts.unavailable(),
                            counts.unexplained()),
                    run.hash(),
                    run.losses().stream()
                            .map(l -> new LossView(l.what(), l.where(), l.lost(), l.before()))
                            .toList(),
                    run.message().map(said -> said.in(reader)));
        }
    }

    /** One change of a run. */
    public record LineView(int number, String text, String result, Optional<String> reason) {
        static LineView of(RunLine line, Locale reader) {
            return new LineView(
                    line.number(),
                    line.text().in(reader),
                    Fields.spelled(line.result()),
                    line.reason().map(why -> why.in(reader)));
        }
    }

    /** A run with a part of its lines. */
    public record RunWithLines(RunView run, List<LineView> lines, Optional<Integer> next) {}

    /** The hash of the plan that was looked at. */
    public record Approval(@Nullable String hash) {
        /** The hash of what was sent; refused if there is none. */
        public static String in(@Nullable Approval sent) {
            Approval body = Fields.body(sent);
            Fields fields = new Fields();
            Optional<String> hash = fields.needed("hash", body.hash(), 200);
            fields.check();
            return hash.orElseThrow();
        }
    }

    @GET
    @Operation(
            summary = "A run and its lines",
            description =
                    "Ask on with after=next while next is there. Lines name people by their ids,"
                            + " and for whoever may see everybody by their names as well.")
    public RunWithLines show(
            @PathParam("id") String id,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Fields fields = new Fields();
        Optional<RunId> runId = fields.id("id", id, RunId::of);
        int later = fields.number("after", after, 0, Integer.MAX_VALUE, 0);
        int most = fields.number("limit", limit, 1, MOST, MOST);
        fields.check();
        Run run =
                operating
                        .run(caller.actor(), runId.orElseThrow())
                        .orElseThrow(NotFoundException::new);
        List<RunLine> lines =
                texts.of(caller.actor(), operating.lines(caller.actor(), run.id(), later, most));
        Locale reader = language.of(request).language();
        return new RunWithLines(
                RunView.of(run, reader),
                lines.stream().map(line -> LineView.of(line, reader)).toList(),
                lines.size() == most ? Optional.of(lines.getLast().number()) : Optional.empty());
    }

    @POST
    @Path("/approval")
    @Operation(
            summary = "Lets a held plan go: exactly the one with this hash",
            description = "Answers the run that carries it out.")
    @APIResponseSchema(value = TargetsResource.Queued.class, responseCode = "202")
    public Response approve(@PathParam("id") String id, @Nullable Approval sent) {
        Approval body = Fields.body(sent);
        Fields fields = new Fields();
        Optional<RunId> runId = fields.id("id", id, RunId::of);
        Optional<String> hash = fields.needed("hash", body.hash(), 200);
        fields.check();
        RunId run =
                Refused.unless(
                        operating.approve(caller.actor(), runId.orElseThrow(), hash.orElseThrow()));
        return Response.accepted(new TargetsResource.Queued(run.toString())).build();
    }
}
