package org.freihafen.pagesoffice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;

import org.freihafen.access.Action;
import org.freihafen.access.Decision;
import org.freihafen.access.Denied;
import org.freihafen.access.Refusal;
import org.freihafen.enrolment.RosterChange;
import org.freihafen.pages.Asked;
import org.freihafen.pages.Notices;
import org.freihafen.pages.UnitNames;
import org.freihafen.pages.Visitor;
import org.freihafen.roster.RosterFile;
import org.freihafen.structure.Unit;
import org.freihafen.structurefile.FileProblem;
import org.freihafen.trial.LookingAtFiles;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** A profile tried on a file, or a branch's own list held against the register; nothing is kept. */
@Named
@RequestScoped
public class FileTrialPage {
    private static final int SHOWN = 200;
    private static final String COMPARE = "compare";

    @Inject private HttpServletRequest request;
    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private UnitNames unitNames;
    @Inject private Notices notices;
    @Inject private ChangeLines lines;
    @Inject private LookingAtFiles looking;

    private @Nullable RosterFile file;
    private @Nullable List<RosterChange> differences;

    public boolean open() {
        if (!asked.mayEverywhere(Action.RULE_ROSTER)) {
            throw new Denied(Action.RULE_ROSTER);
        }
        return true;
    }

    public boolean comparing() {
        return asked.text("what").equals(COMPARE);
    }

    public RosterFile.@Nullable Look look() {
        return switch (file) {
            case null -> null;
            case RosterFile.Read read -> read.look();
            case RosterFile.Unusable unusable -> unusable.look().orElse(null);
        };
    }

    /** How many lines were read; -1 if there is nothing to tell yet, or nothing could be read. */
    public int read() {
        return file instanceof RosterFile.Read usable ? usable.lines() : -1;
    }

    public List<FileProblem> problems() {
        return switch (file) {
            case null -> List.of();
            case RosterFile.Read usable -> usable.problems().stream().limit(SHOWN).toList();
            case RosterFile.Unusable unusable -> List.of(unusable.problem());
        };
    }

    public int problemCount() {
        return file instanceof RosterFile.Read usable ? usable.problemCount() : problems().size();
    }

    public boolean compared() {
        return differences != null;
    }

    public int differenceCount() {
        return differences == null ? 0 : differences.size();
    }

    public List<ChangeLines.ChangeLine> differences() {
        return differences == null
                ? List.of()
                : differences.stream().limit(SHOWN).map(lines::line).toList();
    }

    public @Nullable String tryOut() throws IOException, ServletException {
        Part sent = request.getPart("file");
        if (sent == null || sent.getSize() == 0) {
            return notices.nothingIn(sent);
        }
        try (InputStream content = sent.getInputStream()) {
            return comparing() ? compare(content) : look(content);
        }
    }

    private @Nullable String look(InputStream content) throws IOException {
        return switch (looking.tryOut(visitor.actor(), asked.text("profile"), content)) {
            case Decision.Refused<RosterFile>(Refusal why) -> notices.refused(why);
            case Decision.Done<RosterFile>(RosterFile read) -> {
                file = read;
                yield null;
            }
        };
    }

    private @Nullable String compare(InputStream content) throws IOException {
        String name = asked.text("unit");
        Optional<String> unit =
                name.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                unitNames
                                        .named(name)
                                        .map(Unit::key)
                                        .map(Object::toString)
                                        .orElse(name));
        return switch (looking.compare(visitor.actor(), asked.text("profile"), unit, content)) {
            case Decision.Refused<LookingAtFiles.Comparison>(Refusal why) -> notices.refused(why);
            case Decision.Done<LookingAtFiles.Comparison>(LookingAtFiles.Comparison found) -> {
                file = found.file();
                differences = found.file() instanceof RosterFile.Read ? found.differences() : null;
                yield null;
            }
        };
    }
}
