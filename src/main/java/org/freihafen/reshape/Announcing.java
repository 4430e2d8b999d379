package org.freihafen.reshape;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.ids.UnitId;
import org.freihafen.mail.Mailing;
import org.freihafen.mail.Template;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Memberships;
import org.freihafen.membership.Role;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes to those concerned when a unit was merged or dissolved: its people, and whoever leads a
 * unit whose word is needed.
 */
@Dependent
class Announcing {
    private final Memberships memberships;
    private final Mailing mailing;

    @Inject
    Announcing(Memberships memberships, Mailing mailing) {
        this.memberships = memberships;
        this.mailing = mailing;
    }

    /** In the transaction of the change, before anybody's membership ends. */
    void announce(Consequences done, Structure before, LocalDate today) {
        List<Membership> people = memberships.in(done.unit().id(), today);
        String name = done.unit().name();
        switch (done.reshape()) {
            case Reshape.Merge _ -> {
                String heir = done.heir().map(Unit::name).orElse("");
                people.forEach(
                        each -> mailing.tell(each.person(), Template.UNIT_MERGED, name, heir));
                askForAWord(done, before, today, heir);
            }
            case Reshape.Dissolve _ ->
                    people.forEach(
                            each -> mailing.tell(each.person(), Template.UNIT_DISSOLVED, name));
            case Reshape.Restore _ ->
                    people.forEach(
                            each -> mailing.tell(each.person(), Template.UNIT_RESTORED, name));
            case Reshape.Move _ -> {}
        }
    }

    private void askForAWord(Consequences done, Structure before, LocalDate today, String heir) {
        Set<UnitId> givers =
                done.waiting().stream()
                        .map(grant -> before.heir(grant.folder().workspace()))
                        .flatMap(Optional::stream)
                        .map(Unit::id)
                        .collect(Collectors.toSet());
        for (UnitId giver : givers) {
            String by = before.byId(giver).map(Unit::name).orElse("");
            memberships.in(giver, today).stream()
                    .filter(each -> each.role() == Role.LEAD)
                    .forEach(each ->
                            mailing.tell(
                                    each.person(),
                                    Template.GRANT_NEEDS_A_WORD,
                                    by,
                                    done.unit().name(),
                                    heir));
        }
    }
}
