package org.freihafen.renewal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.ids.UnitId;
import org.freihafen.mail.Mailing;
import org.freihafen.mail.Template;
import org.freihafen.membership.Responsible;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Grants;
import org.freihafen.structure.Unit;
import org.freihafen.structure.Units;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Reminds those who lead a unit that grants of it end soon; of each end and day once. */
@Dependent
@Transactional
public class Reminding {
    private final Units units;
    private final Grants grants;
    private final Reminders reminders;
    private final ReminderDays days;
    private final Responsible responsible;
    private final Mailing mailing;
    private final Clock clock;

    @Inject
    public Reminding(
            Units units,
            Grants grants,
            Reminders reminders,
            ReminderDays days,
            Responsible responsible,
            Mailing mailing,
            Clock clock) {
        this.units = units;
        this.grants = grants;
        this.reminders = reminders;
        this.days = days;
        this.responsible = responsible;
        this.mailing = mailing;
        this.clock = clock;
    }

    /** Units of which grants end soon enough for a reminder, whether it went out or not. */
    public List<UnitId> near() {
        LocalDate today = LocalDate.now(clock);
        return grants.all(today).stream()
                .filter(grant -> days.due(grant, today).isPresent())
                .map(grant -> grant.folder().workspace())
                .distinct()
                .toList();
    }

    /** One letter about all of a unit's grants that are due for a reminder. */
    public void remind(UnitId unit) {
        units.lock(unit);
        LocalDate today = LocalDate.now(clock);
        List<Grant> due =
                grants.by(unit, today).stream()
                        .filter(grant ->
                                days.due(grant, today)
                                        .filter(before ->
                                                reminders.note(
                                                        grant.id(),
                                                        grant.until().orElseThrow(),
                                                        before))
                                        .isPresent())
                        .toList();
        if (due.isEmpty()) {
            return;
        }
        String name = units.structure().heir(unit).map(Unit::outwardName).orElse("");
        responsible
                .of(unit)
                .forEach(lead ->
                        mailing.tell(
                                lead,
                                Template.GRANTS_END,
                                name,
                                Integer.toString(due.size()),
                                lastDays(due)));
    }

    private static String lastDays(List<Grant> due) {
        return due.stream()
                .flatMap(grant -> grant.until().stream())
                .map(until -> until.minusDays(1).toString())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
