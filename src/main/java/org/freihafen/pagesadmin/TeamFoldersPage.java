package org.freihafen.pagesadmin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.access.Decision;
import org.freihafen.adoption.AdoptingTeamFolders;
import org.freihafen.adoption.AdoptingTeamFolders.Folder;
import org.freihafen.adoption.AdoptingTeamFolders.Match;
import org.freihafen.adoption.Findings;
import org.freihafen.adoption.Findings.Conflict;
import org.freihafen.pages.Asked;
import org.freihafen.pages.NotThere;
import org.freihafen.pages.Once;
import org.freihafen.pages.PageWords;
import org.freihafen.pages.UnitNames;
import org.freihafen.pages.Visitor;
import org.freihafen.reconcile.TargetUnavailable;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Team folders that stood in a cloud before Freihafen came, and whose they seem to be. */
@Named
@RequestScoped
public class TeamFoldersPage {
    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private PageWords words;
    @Inject private UnitNames unitNames;
    @Inject private CloudPage cloudPage;
    @Inject private AdoptingTeamFolders adopting;

    private final Once<Read> read = new Once<>();

    /**
     * A Team folder.
     *
     * @param unit the key of the unit whose it seems to be; empty if it is like none
     * @param why why so, or why somebody must decide first
     * @param changes what linking it would change, group by group
     */
    public record Line(String id, String name, String unit, String why, List<String> changes) {}

    /**
     * What the cloud showed.
     *
     * @param trouble why it did not show all of them; empty if it did
     */
    private record Read(
            List<Line> matches, List<Line> conflicts, List<Line> unmatched, String trouble) {}

    private Read read() {
        return read.get(this::ask);
    }

    private Read ask() {
        try {
            return switch (adopting.report(visitor.actor(), cloudPage.name())) {
                case Decision.Refused<Findings<Match, Folder>> _ -> throw new NotThere();
                case Decision.Done<Findings<Match, Folder>>(Findings<Match, Folder> found) ->
                        new Read(
                                found.matches().stream().map(this::match).toList(),
                                found.conflicts().stream().map(this::conflict).toList(),
                                found.unmatched().stream().map(TeamFoldersPage::unlike).toList(),
                                "");
            };
        } catch (TargetUnavailable e) {
            return new Read(List.of(), List.of(), List.of(), words.said(e.why()));
        }
    }

    private Line match(Match match) {
        return new Line(
                match.folder().id(),
                match.folder().name(),
                match.unit().value(),
                words.say(
                        "team.because",
                        asked.structure().byKey(match.unit()).map(unitNames::said).orElse("")),
                Stream.of(
                                change("team.opening", match.opening()),
                                change("team.closing", match.closing()))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private Optional<String> change(String key, List<String> groups) {
        return groups.isEmpty()
                ? Optional.empty()
                : Optional.of(words.say(key, String.join(", ", groups)));
    }

    private Line conflict(Conflict<Folder> conflict) {
        return new Line(
                conflict.found().id(),
                conflict.found().name(),
                "",
                words.said(conflict.reason()),
                List.of());
    }

    private static Line unlike(Folder folder) {
        return new Line(folder.id(), folder.name(), "", "", List.of());
    }

    public List<Line> matches() {
        return read().matches();
    }

    public List<Line> conflicts() {
        return read().conflicts();
    }

    public List<Line> unmatched() {
        return read().unmatched();
    }

    public String trouble() {
        return read().trouble();
    }

    /** Whether every Team folder is a group's already. */
    public boolean none() {
        return trouble().isEmpty()
                && matches().isEmpty()
                && conflicts().isEmpty()
                && unmatched().isEmpty();
    }

    /** The one with the cloud's id, if it could be linked. */
    public Optional<Line> named(String id) {
        return Stream.of(matches(), conflicts(), unmatched())
                .flatMap(List::stream)
                .filter(line -> line.id().equals(id))
                .findFirst();
    }
}
