package org.freihafen.restgrant;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.freihafen.ids.FolderId;
import org.freihafen.ids.PersonId;
import org.freihafen.reach.FolderReach;
import org.freihafen.reach.PersonReach;
import org.freihafen.reach.TracingAccess;
import org.freihafen.reach.Way;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Refused;
import org.freihafen.rest.Sight;
import org.freihafen.rest.UnitViews;
import org.freihafen.shares.Grant;
import org.freihafen.web.Caller;
import org.freihafen.web.Language;
import org.freihafen.words.ReachLines;
import org.freihafen.words.ReachLines.Line;
import org.freihafen.words.Words;
import org.freihafen.workspaces.FolderRef;
import org.freihafen.workspaces.Workspaces;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who can reach what on a day, and why. */
@Path("/access")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "access")
public class AccessResource {
    private final Caller caller;
    private final Sight sight;
    private final TracingAccess tracing;
    private final ReachLines lines;
    private final GrantViews grants;
    private final Workspaces workspaces;
    private final HttpServletRequest request;
    private final Language language;
    private final Clock clock;

    @Inject
    AccessResource(
            Caller caller,
            Sight sight,
            TracingAccess tracing,
            ReachLines lines,
            GrantViews grants,
            Workspaces workspaces,
            HttpServletRequest request,
            Language language,
            Clock clock) {
        this.caller = caller;
        this.sight = sight;
        this.tracing = tracing;
        this.lines = lines;
        this.grants = grants;
        this.workspaces = workspaces;
        this.request = request;
        this.language = language;
        this.clock = clock;
    }

    /**
     * One way to a folder, as a sentence in the language asked for and as data.
     *
     * @param workspace the key of the unit whose folder it is
     * @param folder empty for the whole workspace
     * @param people how many can go it; left out where you may not know
     * @param names who can; left out where you may not know, or where it is hundreds
     * @param hiding how many of them hid the folder from their own files, as far as clouds tell
     * @param because {@code workspace}, {@code closed} for whom a closed folder is open, or {@code
     *     grant}
     * @param until the last day on which the grant holds
     */
    public record WayView(
            String sentence,
            String workspace,
            Optional<String> folder,
            Optional<String> path,
            GrantViews.Recipient to,
            Optional<Integer> people,
            Optional<List<UnitViews.Someone>> names,
            int hiding,
            List<String> permissions,
            String because,
            Optional<String> grant,
            Optional<LocalDate> from,
            Optional<LocalDate> until,
            Optional<String> reason) {}

    /**
     * All ways on one day.
     *
     * @param people how many reach the folder, each counted once; left out where you may not know
     * @param inside ways that open only something in the folder
     */
    public record AccessView(
            LocalDate on,
            Optional<Integer> people,
            List<WayView> ways,
            Optional<List<WayView>> inside) {}

    @GET
    @Operation(
            summary = "Who can reach a folder, or what a person can reach, on a day, and why",
            description =
                    "Name exactly one: folder by its id, workspace by its unit's key, or person by"
                            + " id or me. on is a day, past or to come; today if left out.")
    public AccessView access(
            @QueryParam("folder") @Nullable String folder,
            @QueryParam("workspace") @Nullable String workspace,
            @QueryParam("person") @Nullable String person,
            @QueryParam("on") @Nullable String on) {
        Fields fields = new Fields();
        Optional<FolderId> folderId = fields.id("folder", folder, FolderId::of);
        Optional<PersonId> personId =
                "me".equals(person) ? caller.somebody() : fields.id("person", person, PersonId::of);
        LocalDate day = fields.day("on", on).orElse(LocalDate.now(clock));
        if (Stream.of(folder, workspace, person).filter(AccessResource::named).count() != 1) {
            fields.wrong("folder", "only_one_of", "folder, workspace, person");
        }
        fields.check();
        if (personId.isPresent()) {
            return person(personId.get(), day);
        }
        return folder(
                folderId.map(this::folder)
                        .orElseGet(() ->
                                FolderRef.whole(
                                        sight.unit(Optional.ofNullable(workspace).orElse(""))
                                                .id())),
                day);
    }

    private static String because(Way way) {
        return switch (way.because()) {
            case Way.Because.ItsWorkspace() -> "workspace";
            case Way.Because.KeptOpen() -> "closed";
            case Way.Because.Granted _ -> "grant";
        };
    }

    private static boolean named(@Nullable String value) {
        return value != null && !value.isBlank();
    }

    /** A folder in a workspace of which the caller may not know is not there. */
    private FolderRef folder(FolderId id) {
        return workspaces
                .folder(id)
                .filter(folder -> sight.find(folder.unit()).isPresent())
                .map(FolderRef::of)
                .orElseThrow(NotFoundException::new);
    }

    private AccessView folder(FolderRef folder, LocalDate day) {
        FolderReach reach = Refused.unless(tracing.folder(caller.actor(), folder, day));
        List<Line> ways = lines.of(reach.ways(), caller.person(), words());
        return new AccessView(
                day,
                ReachLines.allCounted(ways)
                        ? Optional.of(reach.everybody().size())
                        : Optional.empty(),
                views(ways),
                Optional.of(views(lines.of(reach.inside(), caller.person(), words()))));
    }

    private AccessView person(PersonId person, LocalDate day) {
        PersonReach reach = Refused.unless(tracing.person(caller.actor(), person, day));
        return new AccessView(
                day,
                Optional.empty(),
                views(lines.of(reach, caller.person(), words())),
                Optional.empty());
    }

    private Words words() {
        return language.of(request);
    }

    private List<WayView> views(List<Line> lines) {
        return lines.stream().map(this::view).toList();
    }

    private WayView view(Line line) {
        Optional<Grant> grant = line.grant();
        return new WayView(
                line.sentence(),
                line.workspace().map(unit -> unit.key().value()).orElse(""),
                line.way().folder().folder().map(FolderId::toString),
                line.path(),
                grants.recipient(line.way().to(), sight.structure()),
                line.people(),
                line.names().isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                line.names().entrySet().stream()
                                        .map(each ->
                                                new UnitViews.Someone(
                                                        each.getKey().toString(), each.getValue()))
                                        .toList()),
                line.hiding(),
                line.way().permissions().stream().sorted().map(Fields::spelled).toList(),
                because(line.way()),
                grant.map(each -> each.id().toString()),
                grant.map(each -> each.period().from()),
                grant.flatMap(Grant::until).map(end -> end.minusDays(1)),
                grant.map(Grant::reason));
    }
}
