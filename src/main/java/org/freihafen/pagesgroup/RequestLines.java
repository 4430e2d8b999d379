package org.freihafen.pagesgroup;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.asking.AccessRequest;
import org.freihafen.asking.AccessRequest.Outcome;
import org.freihafen.groups.Part;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.Responsible;
import org.freihafen.pages.Allowed;
import org.freihafen.pages.Asked;
import org.freihafen.pages.PageWords;
import org.freihafen.pages.UnitNames;
import org.freihafen.structure.Unit;

/** Requests for access as sentences on pages. */
@Dependent
public class RequestLines {
    @Inject private Asked asked;
    @Inject private PageWords words;
    @Inject private UnitNames unitNames;
    @Inject private Responsible responsible;

    /**
     * A request for people.
     *
     * @param folder what is asked for, in the asker's words
     * @param what what they want to do, and until when
     * @param look how its stage is shown
     * @param standIn who answers while it waits, if the group that was asked has no leads
     */
    public record Line(
            String id,
            String by,
            String of,
            String folder,
            String what,
            String reason,
            String made,
            String open,
            String stage,
            String look,
            String answer,
            String standIn) {}

    public Line of(AccessRequest request) {
        String by = name(request.by());
        String of = name(request.of());
        return new Line(
                request.id().toString(),
                request.part() == Part.LEADS ? words.say("request.leads", by) : by,
                of,
                request.folder().isEmpty() ? words.say("folder.all", of) : request.folder(),
                words.say("allows." + Allowed.by(request.permissions()))
                        + ", "
                        + request.until()
                                .map(day -> words.say("grant.until", words.day(day)))
                                .orElse(words.say("grant.forEver")),
                request.reason(),
                words.momentDay(request.made()),
                words.momentDay(request.open()),
                words.say("request.stage." + request.stage()),
                look(request),
                request.outcome().map(Outcome::reason).orElse(""),
                standIn(request));
    }

    private String standIn(AccessRequest request) {
        UnitId owner = asked.structure().heir(request.of()).map(Unit::id).orElse(request.of());
        if (!request.waits()) {
            return "";
        }
        return responsible
                .led(owner)
                .map(led ->
                        led.equals(owner)
                                ? ""
                                : words.say("request.stands-in", name(owner), name(led)))
                .orElseGet(() -> words.say("request.stands-in.nobody", name(owner)));
    }

    private static String look(AccessRequest request) {
        return switch (request.stage()) {
            case WAITING -> "own";
            case GRANTED -> "good";
            case REFUSED -> "bad";
            case WITHDRAWN, LAPSED -> "";
        };
    }

    String name(UnitId unit) {
        return asked.structure().byId(unit).map(unitNames::said).orElse("");
    }
}
