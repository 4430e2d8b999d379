package org.freihafen.restoffice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.freihafen.adoption.SuspendingUnknown;
import org.freihafen.ids.PersonId;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Refused;
import org.freihafen.web.Caller;
import org.freihafen.web.Language;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Accounts that the directory has and the database lacks, as after a restore. */
@Path("/targets/ldap/unknown")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "targets")
public class UnknownAccountsResource {
    private final Caller caller;
    private final SuspendingUnknown suspending;
    private final HttpServletRequest request;
    private final Language language;

    @Inject
    UnknownAccountsResource(
            Caller caller,
            SuspendingUnknown suspending,
            HttpServletRequest request,
            Language language) {
        this.caller = caller;
        this.suspending = suspending;
        this.request = request;
        this.language = language;
    }

    /** The accounts that can still be used, by id, and the hash with which they are suspended. */
    public record UnknownAccounts(List<String> accounts, String hash) {}

    /** The hash of what was looked at. */
    public record ToSuspend(@Nullable String hash) {}

    /** How many were suspended, and why others were not. */
    public record Suspended(int accounts, List<String> failures) {}

    @GET
    @Operation(summary = "Accounts of ours in the directory that we know nothing of")
    public UnknownAccounts list() throws TargetUnavailable {
        SuspendingUnknown.Found found = suspending.find(caller.actor());
        return new UnknownAccounts(
                found.accounts().stream().map(PersonId::toString).toList(), found.hash());
    }

    @POST
    @Path("/suspension")
    @Operation(
            summary = "Suspends them: exactly those with this hash",
            description = "Their entries stay, so that a newer backup can still bring them back.")
    public Suspended suspend(@Nullable ToSuspend sent) throws TargetUnavailable {
        ToSuspend body = Fields.body(sent);
        Fields fields = new Fields();
        Optional<String> hash = fields.needed("hash", body.hash(), 200);
        fields.check();
        SuspendingUnknown.Suspended done =
                Refused.unless(suspending.suspend(caller.actor(), hash.orElseThrow()));
        Locale reader = language.of(request).language();
        return new Suspended(
                done.accounts(), done.failures().stream().map(why -> why.in(reader)).toList());
    }
}
