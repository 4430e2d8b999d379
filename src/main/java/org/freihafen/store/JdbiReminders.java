package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.ids.GrantId;
import org.freihafen.renewal.Reminders;
import org.jdbi.v3.core.Jdbi;

import java.time.LocalDate;

/** Which reminders have gone out, in the database. */
@Dependent
public class JdbiReminders implements Reminders {
    private final Statements statements;

    @Inject
    public JdbiReminders(Jdbi jdbi) {
        this.statements = new Statements(jdbi);
    }

    @Override
    public boolean note(GrantId grant, LocalDate until, int days) {
        return statements.update(
                        "insert into grant_reminder (grant_id, until, days) select id, ?, ? from"
                                + " unit_grant where id = ? and not exists (select 1 from"
                                + " grant_reminder where grant_id = ? and grant_reminder.until = ?"
                                + " and days = ?)",
                        until,
                        days,
                        grant.value(),
                        grant.value(),
                        until,
                        days)
                > 0;
    }
}
