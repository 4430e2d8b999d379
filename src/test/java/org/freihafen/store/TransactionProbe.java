package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.Transactional;

import org.freihafen.access.Actor;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.audit.Trail.Question;
import org.freihafen.membership.Memberships;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import java.io.IOException;
import java.time.LocalDate;

/** Stands in the tested war only: does what use cases do, and tells what remained of it. */
@WebServlet("/resources/probe/transactions")
public class TransactionProbe extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String WHAT = "probe.appended";

    @Inject private transient UseCase useCase;
    @Inject private transient Trail trail;
    @Inject private transient Jdbi jdbi;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        long before = lines(trail);
        String inside = "nothing";
        try {
            useCase.beginAndFail(before);
        } catch (IllegalStateException e) {
            inside = e.getMessage();
        }
        long afterFailure = lines(trail) - before;
        useCase.finish();
        long afterSuccess = lines(trail) - before;
        response.setContentType("text/plain");
        response.getWriter()
                .printf(
                        "inside: %s; after failure: %d; after success: %d; whole: %s; outside: %s",
                        inside,
                        afterFailure,
                        afterSuccess,
                        trail.firstBroken().isEmpty(),
                        !jdbi.withHandle(Handle::isInTransaction) ? "on its own" : "joined");
    }

    /** Ours alone, whoever else appends meanwhile. */
    private static long lines(Trail trail) {
        return trail.lines(Question.everything(), 0, Integer.MAX_VALUE).stream()
                .filter(line -> line.entry().what().equals(WHAT))
                .count();
    }

    /** Appends like any use case. */
    @Dependent
    public static class UseCase {
        @Inject private Trail trail;
        @Inject private Memberships memberships;

        @Transactional
        public void beginAndFail(long before) {
            append();
            memberships.forEach(LocalDate.EPOCH, (_, _, _) -> {});
            append();
            throw new IllegalStateException(String.valueOf(lines(trail) - before));
        }

        @Transactional
        public void finish() {
            append();
        }

        private void append() {
            trail.append(AuditEntry.of(new Actor.Host(), WHAT));
        }
    }
}
