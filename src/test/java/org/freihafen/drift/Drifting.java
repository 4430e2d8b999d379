package org.freihafen.drift;

import org.freihafen.access.Decision;
import org.freihafen.drift.Found.Law;
import org.freihafen.drift.Found.Place;
import org.freihafen.drift.Found.Terms;
import org.freihafen.drift.Found.What;
import org.freihafen.governance.Harbour;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.RunId;
import org.freihafen.shares.Grantee;
import org.freihafen.shares.Permission;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Things done by hand in the files of AG Umwelt, as a run finds them. */
final class Drifting {
    static final RunId RUN = new RunId(new UUID(7, 1));
    static final Terms READING = new Terms(Set.of(Permission.READ), Optional.empty());
    static final Terms ALL = new Terms(Set.of(Permission.values()), Optional.empty());

    private Drifting() {}

    /** AG Digital was let into the workspace. */
    static Drift given(Harbour h) {
        return noted(
                h,
                found(h, What.GIVEN, Law.PUT_BACK)
                        .to(new Grantee.ToGroup(new GroupId(h.digital.id(), Part.PEOPLE)))
                        .is(READING));
    }

    static Drift noted(Harbour h, Draft draft) {
        h.notingDrift().note(List.of(draft.found()), RUN);
        return h.drifts.in(Set.of(h.umwelt.id())).stream()
                .filter(drift -> drift.found().same(draft.found()))
                .findFirst()
                .orElseThrow();
    }

    static Draft found(Harbour h, What what, Law law) {
        return new Draft(
                new Found(
                        "working",
                        h.umwelt.id(),
                        what,
                        "object:" + what + law,
                        Place.WHOLE,
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        law));
    }

    /** Something found that is described step by step. */
    record Draft(Found found) {
        Draft at(Place place) {
            return of(place, found.to(), found.by(), found.was(), found.is());
        }

        Draft in(String object) {
            return new Draft(
                    new Found(
                            found.cloud(),
                            found.unit(),
                            found.what(),
                            object,
                            found.place(),
                            found.to(),
                            found.stranger(),
                            found.by(),
                            found.was(),
                            found.is(),
                            found.law()));
        }

        Draft to(Grantee to) {
            return of(found.place(), Optional.of(to), found.by(), found.was(), found.is());
        }

        Draft by(PersonId person) {
            return of(found.place(), found.to(), Optional.of(person), found.was(), found.is());
        }

        Draft was(Terms terms) {
            return of(found.place(), found.to(), found.by(), Optional.of(terms), found.is());
        }

        Draft is(Terms terms) {
            return of(found.place(), found.to(), found.by(), found.was(), Optional.of(terms));
        }

        private Draft of(
                Place place,
                Optional<Grantee> to,
                Optional<PersonId> by,
                Optional<Terms> was,
                Optional<Terms> is) {
            return new Draft(
                    new Found(
                            found.cloud(),
                            found.unit(),
                            found.what(),
                            found.object(),
                            place,
                            to,
                            found.stranger(),
                            by,
                            was,
                            is,
                            found.law()));
        }
    }

    static <T> T done(Decision<T> decision) {
        return switch (decision) {
            case Decision.Done<T>(T value) -> value;
            case Decision.Refused<T>(var why) -> throw new AssertionError(why.toString());
        };
    }
}
