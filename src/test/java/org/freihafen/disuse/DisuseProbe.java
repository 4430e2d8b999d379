package org.freihafen.disuse;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.freihafen.accounts.Account;
import org.freihafen.accounts.Accounts;
import org.freihafen.accounts.Use;
import org.freihafen.accounts.Uses;
import org.freihafen.membership.People;
import org.freihafen.membership.Person;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Stands in the tested war only: the hour comes at once, and letters went out some days ago. Some
 * more of those who were invited came in once, and their login names are answered.
 */
@WebServlet("/resources/probe/unused")
public class DisuseProbe extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int MORE_THAN_USUAL = 11;

    @Inject private transient DisuseEveryHour everyHour;
    @Inject private transient Uses uses;
    @Inject private transient Accounts accounts;
    @Inject private transient People people;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String toldDaysAgo = request.getParameter("told");
        if (toldDaysAgo == null) {
            response.setContentType("text/plain;charset=UTF-8");
            for (Account account : cameIn()) {
                response.getWriter().println(account.username());
            }
            return;
        }
        for (Use use : uses.known()) {
            if (use.told().isPresent()) {
                uses.told(use.person(), told(use, Long.parseLong(toldDaysAgo)));
            }
        }
        everyHour.look();
    }

    private static LocalDate told(Use use, long daysAgo) {
        return use.told().orElseThrow().minusDays(daysAgo);
    }

    /** The last of them, as other stories tell of the first. */
    private List<Account> cameIn() {
        List<Account> invited = new ArrayList<>();
        accounts.forEach(account -> {
            if (account.state() == Account.State.INVITED) {
                invited.add(account.in(Account.State.ACTIVE));
            }
        });
        List<Account> came =
                invited.reversed().stream()
                        .filter(account ->
                                people.byId(account.id()).flatMap(Person::email).isPresent())
                        .limit(MORE_THAN_USUAL)
                        .toList();
        accounts.saveStates(came);
        return came;
    }
}
