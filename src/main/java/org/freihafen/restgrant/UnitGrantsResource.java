package org.freihafen.restgrant;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.freihafen.access.Action;
import org.freihafen.access.TextRule.Text;
import org.freihafen.granting.Granting;
import org.freihafen.ids.FolderId;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Paged;
import org.freihafen.rest.Refused;
import org.freihafen.rest.Sight;
import org.freihafen.rest.StateTag;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Grantee;
import org.freihafen.shares.Grants;
import org.freihafen.shares.Permission;
import org.freihafen.structure.Unit;
import org.freihafen.web.Caller;
import org.freihafen.workspaces.FolderRef;
import org.freihafen.workspaces.SeenFolders;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The grants that a unit gives. */
@Path("/units/{key}/grants")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "grants")
public class UnitGrantsResource {
    private static final int LONGEST_REASON = Text.REASON.longest();

    private final Caller caller;
    private final Sight sight;
    private final GrantViews views;
    private final Grants grants;
    private final SeenFolders seenFolders;
    private final Granting granting;
    private final Clock clock;

    @Inject
    UnitGrantsResource(
            Caller caller,
            Sight sight,
            GrantViews views,
            Grants grants,
            SeenFolders seenFolders,
            Granting granting,
            Clock clock) {
        this.caller = caller;
        this.sight = sight;
        this.views = views;
        this.grants = grants;
        this.seenFolders = seenFolders;
        this.granting = granting;
        this.clock = clock;
    }

    /**
     * To whom, one of: a unit's key, with {@code people}, {@code leads} or {@code board}, people if
     * left out; a link; a mail address; an account on another Nextcloud. A link and what is sent by
     * mail may ask for a password, which is handed to the cloud and never shown again.
     */
    public record ToWhom(
            @Nullable String unit,
            @Nullable String part,
            @Nullable Boolean link,
            @Nullable String mail,
            @Nullable String federated,
            @Nullable String password) {}

    /** What is to be granted. Without a folder, the whole workspace. until is the last day. */
    public record ToGrant(
            @Nullable String folder,
            @Nullable ToWhom to,
            @Nullable List<String> permissions,
            @Nullable String until,
            @Nullable String reason) {}

    /** Grants that hold today or later, in the order in which they were made. */
    public record GrantList(List<GrantViews.GrantView> grants, Optional<String> next) {}

    @GET
    @Operation(
            summary = "The grants that the unit gives",
            description = "Ask on with after=next while next is there.")
    public GrantList given(
            @PathParam("key") String key,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Fields fields = new Fields();
        Paged.Asked asked = Paged.Asked.of(fields, after, limit);
        fields.check();
        Unit unit = sight.unit(key);
        sight.require(Action.SEE_GRANTS, unit);
        Predicate<FolderRef> seen = seenFolders.in(caller.person(), unit.id());
        return list(
                grants.by(unit.id(), LocalDate.now(clock)).stream()
                        .filter(grant -> seen.test(grant.folder()))
                        .toList(),
                views,
                asked);
    }

    static GrantList list(List<Grant> grants, GrantViews views, Paged.Asked asked) {
        Paged<Grant> part = Paged.of(grants, grant -> grant.id().toString(), asked);
        return new GrantList(views.views(part.shown()), part.next());
    }

    @POST
    @Operation(
            summary = "Grants access to a unit, by a link, by mail or to another cloud",
            description =
                    "permissions are of read, edit, create and delete; a link or mail may allow"
                            + " create alone and is a drop box. The grant belongs to the unit,"
                            + " whoever decides it. What is refused names the rule, whose it is"
                            + " and what would be allowed.")
    @APIResponseSchema(value = GrantViews.GrantView.class, responseCode = "201")
    public Response grant(@PathParam("key") String key, @Nullable ToGrant sent) {
        ToGrant body = Fields.body(sent);
        ToWhom to =
                Objects.requireNonNullElse(
                        body.to(), new ToWhom(null, null, null, null, null, null));
        Fields fields = new Fields();
        Optional<FolderId> folder = fields.id("folder", body.folder(), FolderId::of);
        Optional<Recipient> wished = Recipient.read(fields, to);
        Set<Permission> permissions = permissions(fields, body.permissions());
        Optional<LocalDate> until = fields.day("until", body.until());
        Optional<String> reason = fields.needed("reason", body.reason(), LONGEST_REASON);
        fields.check();
        Unit unit = sight.unit(key);
        sight.require(Action.GRANT, unit);
        Optional<Grantee> grantee = wished.flatMap(r -> r.grantee(sight, fields));
        fields.check();
        Grant grant =
                Refused.unless(
                        granting.grant(
                                caller.actor(),
                                new Granting.Wish(
                                        new FolderRef(unit.id(), folder),
                                        grantee.orElseThrow(),
                                        permissions,
                                        until,
                                        reason.orElseThrow(),
                                        wished.flatMap(Recipient::password))));
        return Response.created(URI.create("grants/" + grant.id()))
                .entity(views.view(grant))
                .tag(StateTag.of(grant))
                .build();
    }

    public static Set<Permission> permissions(Fields fields, @Nullable List<String> written) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        if (written == null) {
            fields.wrong("permissions", "missing");
        }
        Objects.requireNonNullElse(written, List.<String>of())
                .forEach(word ->
                        fields.word("permissions", word, Permission.class)
                                .ifPresent(permissions::add));
        return permissions;
    }
}
