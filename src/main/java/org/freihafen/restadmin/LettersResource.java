package org.freihafen.restadmin;

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
import org.freihafen.ids.PersonId;
import org.freihafen.mail.Addressee;
import org.freihafen.mail.Letter;
import org.freihafen.mail.Posted;
import org.freihafen.mail.Posted.Stage;
import org.freihafen.mail.Watching;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Refused;
import org.freihafen.web.Caller;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What became of letters; nothing of what they say or where they went. */
@Path("/letters")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "letters")
public class LettersResource {
    private static final int MOST = 500;

    private final Caller caller;
    private final Watching watching;

    @Inject
    LettersResource(Caller caller, Watching watching) {
        this.caller = caller;
        this.watching = watching;
    }

    /**
     * A letter.
     *
     * @param to the id of a person, or the name of a desk
     * @param next when it is tried again, while it waits
     * @param twice whether it may arrive a second time
     */
    public record LetterView(
            String id,
            String to,
            String template,
            Instant made,
            String stage,
            int attempts,
            Optional<Instant> next,
            boolean twice,
            Optional<String> trouble) {
        static LetterView of(Posted posted) {
            Letter letter = posted.letter();
            return new LetterView(
                    letter.id().toString(),
                    to(letter.to()),
                    Fields.spelled(letter.template()),
                    posted.made(),
                    Fields.spelled(posted.stage()),
                    posted.attempts(),
                    Optional.of(posted.next()).filter(_ -> posted.stage() == Stage.WAITING),
                    posted.twice(),
                    posted.trouble().map(Fields::spelled));
        }

        private static String to(Addressee addressee) {
            return switch (addressee) {
                case Addressee.ToPerson(PersonId person) -> person.toString();
                case Addressee.ToAddress(PersonId person, _) -> person.toString();
                case Addressee.ToDesk(Addressee.Desk desk) -> Fields.spelled(desk);
            };
        }
    }

    /** Letters, the latest first. */
    public record Letters(List<LetterView> letters, Optional<String> next) {}

    @GET
    @Operation(
            summary = "Letters and what became of them, the latest first",
            description =
                    "stage narrows to waiting, sending, sent or failed. Ask on with after=next while"
                            + " next is there. Letters are deleted after a while.")
    public Letters list(
            @QueryParam("stage") @Nullable String stage,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Fields fields = new Fields();
        Optional<Stage> only = fields.word("stage", stage, Stage.class);
        Optional<UUID> before = fields.id("after", after);
        int most = fields.number("limit", limit, 1, MOST, MOST);
        fields.check();
        Set<Stage> stages = only.<Set<Stage>>map(Set::of).orElse(EnumSet.allOf(Stage.class));
        List<Posted> found = watching.letters(caller.actor(), stages, before, most);
        return new Letters(
                found.stream().map(LetterView::of).toList(),
                found.size() == most
                        ? Optional.of(found.getLast().letter().id().toString())
                        : Optional.empty());
    }

    @POST
    @Path("/{id}/attempts")
    @Operation(summary = "Tries a letter that failed once more")
    public LetterView tryAgain(@PathParam("id") String id) {
        Fields fields = new Fields();
        Optional<UUID> letter = fields.id("id", id);
        fields.check();
        return LetterView.of(
                Refused.unless(watching.tryAgain(caller.actor(), letter.orElseThrow())));
    }

    /** The letter that was put down. */
    public record Trial(String id) {}

    @POST
    @Path("/trial")
    @Operation(summary = "Writes to your own address, to see whether letters arrive")
    @APIResponseSchema(value = Trial.class, responseCode = "202")
    public Response tryOut() {
        Letter letter = Refused.unless(watching.tryOut(caller.actor()));
        return Response.accepted(new Trial(letter.id().toString())).build();
    }
}
