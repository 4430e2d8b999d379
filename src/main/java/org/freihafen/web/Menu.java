package org.freihafen.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

import org.freihafen.access.Action;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The pages that the visitor may open. */
@Named
@RequestScoped
public class Menu {
    @Inject private HttpServletRequest request;
    @Inject private Visitor visitor;
    @Inject private Asked asked;
    @Inject private DutiesPage dutiesPage;
    @Inject private LinkPage linkPage;

    private final Once<List<Entry>> entries = new Once<>();

    /** One page, or one with those that are reached from it. */
    public record Entry(String page, String words, boolean here) {}

    public List<Entry> entries() {
        return entries.get(this::findEntries);
    }

    private List<Entry> findEntries() {
        List<Entry> entries = new ArrayList<>();
        if (visitor.present()) {
            entries.add(entry("home", "menu.home", Set.of("", "home", "group", "found")));
            entries.add(entry("organisation", "menu.organisation", Set.of("organisation")));
            if (asked.mayEverywhere(Action.SEE_ROSTER)) {
                entries.add(entry("roster", "menu.roster", Set.of("roster")));
            }
            if (asked.mayEverywhere(Action.RULE_STRUCTURE)) {
                entries.add(entry("structure", "menu.structure", Set.of("structure")));
            }
            if (dutiesPage.open()) {
                entries.add(entry("duties", "menu.duties", Set.of("duties")));
            }
            if (linkPage.open()) {
                entries.add(entry("links", "menu.links", Set.of("links")));
            }
            if (asked.mayEverywhere(Action.SEE_TARGETS)) {
                entries.add(entry("runs", "menu.runs", Set.of("runs", "run")));
            }
        }
        return entries;
    }

    private Entry entry(String page, String words, Set<String> pages) {
        String path = request.getServletPath();
        String here = path.substring(path.lastIndexOf('/') + 1).replace(".xhtml", "");
        return new Entry(page, words, pages.contains(here));
    }
}
