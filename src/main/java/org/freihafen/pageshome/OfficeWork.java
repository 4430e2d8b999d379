package org.freihafen.pageshome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.access.Action;
import org.freihafen.pages.Asked;
import org.freihafen.pages.Once;
import org.freihafen.pages.PageWords;
import org.freihafen.pages.Speaking;
import org.freihafen.pagesoffice.ChangesPage;
import org.freihafen.pagesoffice.ReleasesPage;
import org.freihafen.pagesoffice.RightsPage;
import org.freihafen.pagesoffice.StatementsPage;

import java.util.ArrayList;
import java.util.List;

/** What waits for an answer of the member office. */
@Named
@RequestScoped
public class OfficeWork {
    @Inject private Asked asked;
    @Inject private PageWords words;
    @Inject private Speaking speaking;
    @Inject private RightsPage rightsPage;
    @Inject private ChangesPage changesPage;
    @Inject private ReleasesPage releasesPage;
    @Inject private StatementsPage statementsPage;

    private final Once<List<Task>> tasks = new Once<>();

    /** A page on which so much waits. */
    public record Task(String page, String title) {}

    public List<Task> tasks() {
        return tasks.get(this::find);
    }

    private List<Task> find() {
        List<Task> found = new ArrayList<>();
        if (asked.mayEverywhere(Action.ANSWER_RIGHTS)) {
            add(found, "rights", rightsPage.open().size());
        }
        if (statementsPage.open()) {
            add(found, "statements", statementsPage.waiting().size());
        }
        if (speaking.office()) {
            add(found, "changes", changesPage.waiting().size());
            add(found, "releases", releasesPage.waiting().size());
        }
        return found;
    }

    private void add(List<Task> found, String page, int count) {
        if (count > 0) {
            found.add(new Task(page, words.say("home.office." + page, count)));
        }
    }
}
