package org.freihafen.restgrant;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.freihafen.access.Action;
import org.freihafen.ceilings.Ceiling;
import org.freihafen.ceilings.CeilingRule;
import org.freihafen.ceilings.Ceilings;
import org.freihafen.ceilings.Tightening;
import org.freihafen.ids.GrantId;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Refused;
import org.freihafen.rest.Sight;
import org.freihafen.shares.Grantee;
import org.freihafen.structure.Entrants;
import org.freihafen.structure.Unit;
import org.freihafen.web.Caller;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How far a unit and all below it may grant. */
@Path("/units/{key}/ceiling")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "grants")
public class CeilingResource {
    private static final int MOST_DAYS = 9999;

    private final Caller caller;
    private final Sight sight;
    private final Ceilings ceilings;
    private final Tightening tightening;
    private final Clock clock;

    @Inject
    CeilingResource(
            Caller caller, Sight sight, Ceilings ceilings, Tightening tightening, Clock clock) {
        this.caller = caller;
        this.sight = sight;
        this.ceilings = ceilings;
        this.tightening = tightening;
        this.clock = clock;
    }

    /**
     * A ceiling.
     *
     * @param whose a cloud's name, a kind's or a unit's
     * @param to to whom besides units: person, link, mail, federated
     * @param days how many days a grant to anybody but a unit may hold
     * @param password whether links and mail need one
     */
    public record CeilingView(
            String whose, List<String> to, Optional<Integer> days, boolean password) {}

    /** What holds in the end, and the ceilings of which it is made, the highest first. */
    public record Effective(CeilingView effective, List<CeilingView> from) {}

    /**
     * What a unit sets for itself and all below it. Left out, to is everybody, days any, password
     * not needed. grants names those that were shown; without it nothing is done but to show them.
     */
    public record ToSet(
            @Nullable List<String> to,
            @Nullable Integer days,
            @Nullable Boolean password,
            @Nullable List<String> grants) {}

    /**
     * A grant that ends or is shortened.
     *
     * @param until the last day on which it would hold; empty if it ends at once
     */
    public record CutView(String id, String by, Optional<LocalDate> until) {}

    /** What ends and is shortened; done says whether it has happened. */
    public record Answered(boolean done, List<CutView> cuts) {}

    @GET
    @Operation(summary = "How far the unit may grant, and whose rules say so")
    public Effective show(@PathParam("key") String key) {
        Unit unit = sight.unit(key);
        sight.require(Action.SEE_GRANTS, unit);
        List<CeilingRule.Ruled> chain =
                ceilings.over(
                        sight.structure(), unit, unit.kind().cloud().orElse(Entrants.WORKING));
        return new Effective(
                view(new CeilingRule.Ruled("", CeilingRule.effective(chain))),
                chain.stream().map(CeilingResource::view).toList());
    }

    private static CeilingView view(CeilingRule.Ruled ruled) {
        Ceiling ceiling = ruled.ceiling();
        return new CeilingView(
                ruled.whose(),
                ceiling.to().stream().sorted().map(Fields::spelled).toList(),
                ceiling.longestDays(),
                ceiling.password());
    }

    @PUT
    @Operation(
            summary = "Sets how far the unit and all below it may grant",
            description =
                    "It can only be tighter than what stands above. Without grants it only tells"
                            + " which grants would end or be shortened; with exactly those it is"
                            + " done.")
    public Answered set(@PathParam("key") String key, @Nullable ToSet sent) {
        ToSet body = Fields.body(sent);
        Fields fields = new Fields();
        Set<Grantee.Kind> to = kinds(fields, body.to());
        if (body.days() != null && (body.days() < 1 || body.days() > MOST_DAYS)) {
            fields.wrong("days", "not_a_number", 1, MOST_DAYS);
        }
        Set<GrantId> shown = new HashSet<>();
        Objects.requireNonNullElse(body.grants(), List.<String>of())
                .forEach(id -> fields.id("grants", id, GrantId::of).ifPresent(shown::add));
        fields.check();
        Unit unit = sight.unit(key);
        sight.require(Action.RULE_CEILING, unit);
        Ceiling wished =
                new Ceiling(
                        to,
                        Optional.ofNullable(body.days()),
                        Objects.requireNonNullElse(body.password(), false));
        boolean does = body.grants() != null;
        List<Tightening.Cut> cuts =
                Refused.unless(
                        does
                                ? tightening.tighten(caller.actor(), unit.id(), wished, shown)
                                : tightening.look(caller.actor(), unit.id(), wished));
        return new Answered(does, cuts.stream().map(this::cut).toList());
    }

    private static Set<Grantee.Kind> kinds(Fields fields, @Nullable List<String> words) {
        return words == null
                ? Ceiling.OPEN.to()
                : words.stream()
                        .flatMap(word -> fields.word("to", word, Grantee.Kind.class).stream())
                        .collect(Collectors.toSet());
    }

    private CutView cut(Tightening.Cut cut) {
        return new CutView(
                cut.grant().id().toString(),
                sight.find(cut.grant().folder().workspace()).map(u -> u.key().value()).orElse(""),
                Optional.of(cut.until())
                        .filter(until -> until.isAfter(LocalDate.now(clock)))
                        .map(until -> until.minusDays(1)));
    }
}
