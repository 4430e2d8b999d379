package org.freihafen.pageshome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

import org.freihafen.access.Action;
import org.freihafen.pages.Asked;
import org.freihafen.pages.Once;
import org.freihafen.pages.Visitor;
import org.freihafen.pagesadmin.DutiesPage;
import org.freihafen.pagesadmin.LinkPage;
import org.freihafen.pagesoffice.AddressesPage;
import org.freihafen.pagesoffice.ChangesPage;
import org.freihafen.pagesoffice.ReportPage;
import org.freihafen.pagesoffice.StatementsPage;
import org.freihafen.pagesoffice.UnusedPage;

import java.util.ArrayList;
import java.util.List;

/** The pages that the visitor may open, in sections of those that belong together. */
@Named
@RequestScoped
public class Menu {
    @Inject private HttpServletRequest request;
    @Inject private Visitor visitor;
    @Inject private Asked asked;
    @Inject private DutiesPage dutiesPage;
    @Inject private LinkPage linkPage;
    @Inject private ChangesPage changesPage;
    @Inject private ReportPage reportPage;
    @Inject private StatementsPage statementsPage;
    @Inject private UnusedPage unusedPage;
    @Inject private AddressesPage addressesPage;

    private final Once<List<Section>> sections = new Once<>();

    /**
     * A page and its name in the menu.
     *
     * @param below pages that are reached from it and have no entry of their own
     */
    public record Entry(String page, String words, List<String> below, boolean here) {}

    /** Pages that belong together; the section leads to the first of them. */
    public record Section(String words, List<Entry> entries) {
        public String page() {
            return entries.getFirst().page();
        }

        public boolean here() {
            return entries.stream().anyMatch(Entry::here);
        }
    }

    public List<Section> sections() {
        return sections.get(() ->
                visitor.present()
                        ? all().stream().filter(each -> !each.entries().isEmpty()).toList()
                        : List.of());
    }

    /** The pages of the section where the visitor is, if there is more than one. */
    public List<Entry> beside() {
        return sections().stream()
                .filter(section -> section.here() && section.entries().size() > 1)
                .findFirst()
                .map(Section::entries)
                .orElse(List.of());
    }

    private List<Section> all() {
        if (visitor.guest()) {
            return List.of(
                    new Section(
                            "menu.home",
                            List.of(
                                    entry("home", "menu.home", ""),
                                    entry("record", "menu.record", "kept"))));
        }
        return List.of(
                new Section(
                        "menu.home",
                        List.of(
                                entry(
                                        "home",
                                        "menu.home",
                                        "",
                                        "group",
                                        "guests",
                                        "found",
                                        "access",
                                        "change",
                                        "requests",
                                        "endings",
                                        "drift",
                                        "ceilings",
                                        "closing",
                                        "request",
                                        "ask"),
                                entry("record", "menu.record", "kept"))),
                new Section(
                        "menu.organisation", List.of(entry("organisation", "menu.organisation"))),
                new Section("menu.members", members()),
                new Section("menu.administration", administration()));
    }

    private List<Entry> members() {
        List<Entry> entries = new ArrayList<>();
        if (asked.mayEverywhere(Action.SEE_ROSTER)) {
            entries.add(entry("roster", "menu.roster", "roster-progress"));
            if (asked.mayEverywhere(Action.RULE_ROSTER)) {
                entries.add(entry("try-file", "menu.try"));
            }
            entries.add(entry("calendar", "menu.calendar"));
        }
        if (changesPage.open()) {
            entries.add(entry("changes", "menu.changes"));
            entries.add(entry("releases", "menu.releases"));
        }
        if (asked.mayEverywhere(Action.ANSWER_RIGHTS)) {
            entries.add(entry("rights", "menu.rights"));
        }
        if (unusedPage.open()) {
            entries.add(entry("unused", "menu.unused"));
        }
        if (asked.mayEverywhere(Action.RULE_ERASURES)) {
            entries.add(entry("erasures", "menu.erasures"));
        }
        if (reportPage.open()) {
            entries.add(entry("report", "menu.report"));
        }
        if (statementsPage.open()) {
            entries.add(entry("statements", "menu.statements"));
        }
        if (asked.mayEverywhere(Action.ANSWER_ADDRESS)) {
            Entry addresses = entry("addresses", "menu.addresses");
            if (addresses.here() || !addressesPage.waiting().isEmpty()) {
                entries.add(addresses);
            }
        }
        if (asked.mayEverywhere(Action.WELCOME)) {
            entries.add(entry("welcome", "menu.welcome"));
        }
        return entries;
    }

    private List<Entry> administration() {
        List<Entry> entries = new ArrayList<>();
        if (asked.mayEverywhere(Action.RULE_STRUCTURE)) {
            entries.add(entry("structure", "menu.structure"));
        }
        if (dutiesPage.open()) {
            entries.add(entry("duties", "menu.duties"));
        }
        if (linkPage.open()) {
            entries.add(entry("links", "menu.links"));
        }
        if (asked.mayEverywhere(Action.SEE_LETTERS)) {
            entries.add(entry("letters", "menu.letters"));
        }
        if (asked.mayEverywhere(Action.SEE_TARGETS)) {
            entries.add(
                    entry(
                            "runs",
                            "menu.runs",
                            "run",
                            "cloud-settings",
                            "team-folders",
                            "team-folder"));
            entries.add(entry("drift", "menu.drift"));
        }
        if (asked.mayEverywhere(Action.SEE_AUDIT)) {
            entries.add(entry("trail", "menu.trail"));
        }
        return entries;
    }

    private Entry entry(String page, String words, String... below) {
        String path = request.getServletPath();
        String here = path.substring(path.lastIndexOf('/') + 1).replace(".xhtml", "");
        List<String> reached = List.of(below);
        return new Entry(page, words, reached, page.equals(here) || reached.contains(here));
    }
}
