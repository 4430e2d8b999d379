package org.freihafen.restoffice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Manners;
import org.freihafen.rest.Refused;
import org.freihafen.trial.LookingAtFiles;
import org.freihafen.web.Caller;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Files that are only looked at; nothing of them is kept. */
@Path("/rosters")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes({"text/csv", Manners.WORKBOOK})
@Tag(name = "rosters")
public class FileTrialsResource {
    private final Caller caller;
    private final LookingAtFiles looking;
    private final FileViews views;

    @Inject
    FileTrialsResource(Caller caller, LookingAtFiles looking, FileViews views) {
        this.caller = caller;
        this.looking = looking;
        this.views = views;
    }

    @POST
    @Path("/trial")
    @Operation(
            summary = "Tries a profile on a file, without touching anything",
            description =
                    "Tells which columns are used, guessed, ignored and absent, in which encoding"
                            + " the file is, and what is wrong with its lines.")
    public FileViews.TrialView tryOut(
            @QueryParam("profile") @Nullable String profile, InputStream file) throws IOException {
        Fields fields = new Fields();
        Optional<String> named = fields.needed("profile", profile, 40);
        fields.check();
        return views.trial(
                Refused.unless(looking.tryOut(caller.actor(), named.orElseThrow(), file)));
    }

    @POST
    @Path("/comparison")
    @Operation(
            summary = "Holds a branch's own list against the register, difference by difference",
            description =
                    "unit is whose people the list should hold. Of the differences, a joiner stands"
                            + " only in the list and a leaver only in the register.")
    public FileViews.ComparisonView compare(
            @QueryParam("profile") @Nullable String profile,
            @QueryParam("unit") @Nullable String unit,
            InputStream file)
            throws IOException {
        Fields fields = new Fields();
        Optional<String> named = fields.needed("profile", profile, 40);
        Optional<String> within = fields.text("unit", unit, 40);
        fields.check();
        return views.comparison(
                Refused.unless(looking.compare(caller.actor(), named.orElseThrow(), within, file)));
    }
}
