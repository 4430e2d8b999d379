package org.freihafen.pagesgroup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.access.Action;
import org.freihafen.access.Decision;
import org.freihafen.access.Denied;
import org.freihafen.access.Refusal;
import org.freihafen.governance.ChangingUnits;
import org.freihafen.ids.UnitId;
import org.freihafen.pages.Asked;
import org.freihafen.pages.NotThere;
import org.freihafen.pages.Notices;
import org.freihafen.pages.Once;
import org.freihafen.pages.PageWords;
import org.freihafen.pages.UnitNames;
import org.freihafen.pages.Visitor;
import org.freihafen.reshape.Consequences;
import org.freihafen.reshape.Reshape;
import org.freihafen.reshape.Reshaping;
import org.freihafen.structure.Ending;
import org.freihafen.structure.Unit;
import org.freihafen.words.ConsequenceLines;
import org.freihafen.words.Words;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/**
 * A group takes another name or place, is merged, dissolved or restored. All but the name is shown
 * with its consequences first.
 */
@Named
@RequestScoped
public class ChangePage {
    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private PageWords words;
    @Inject private UnitNames unitNames;
    @Inject private Notices notices;
    @Inject private ChangingUnits changing;
    @Inject private Reshaping reshaping;
    @Inject private ConsequenceLines lines;

    private final Once<Decision<Consequences>> shown = new Once<>();

    /** What the page offers. */
    public enum What {
        MOVE,
        MERGE,
        DISSOLVE,
        RESTORE
    }

    /** The unit, for those who may change it. */
    public Unit unit() {
        if (!asked.may(Action.CHANGE_UNIT)) {
            throw new Denied(Action.CHANGE_UNIT);
        }
        return asked.unit();
    }

    /** Whether it is changed here; what came from the structure file is changed there. */
    public boolean here() {
        return unit().origin() != Unit.Origin.FILE;
    }

    public boolean restorable() {
        return asked.structure().ending(unit().id()).filter(Ending::restorable).isPresent();
    }

    /** What is asked to be shown; empty at first. */
    public String what() {
        return asking().map(Enum::name).orElse("");
    }

    private Optional<What> asking() {
        String text = asked.text("what");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                List.of(What.values()).stream()
                        .filter(each -> each.name().equals(text))
                        .findFirst()
                        .orElseThrow(NotThere::new));
    }

    private Optional<Reshape> reshape() {
        UnitId id = unit().id();
        return switch (asking().orElseThrow(NotThere::new)) {
            case MOVE -> other().map(under -> new Reshape.Move(id, under.id()));
            case MERGE -> other().map(into -> new Reshape.Merge(id, into.id()));
            case DISSOLVE -> Optional.of(new Reshape.Dissolve(id));
            case RESTORE -> Optional.of(new Reshape.Restore(id));
        };
    }

    private Optional<Unit> other() {
        return unitNames.named(asked.text("other"));
    }

    private Decision<Consequences> shown() {
        return shown.get(this::show);
    }

    private Decision<Consequences> show() {
        return reshape()
                .map(reshape -> reshaping.show(visitor.actor(), reshape))
                .orElseGet(() ->
                        Decision.refused(Refusal.by(Refusal.Rule.NOT_FOUND, asked.text("other"))));
    }

    /** Why it cannot be done; empty if it can. */
    public String why() {
        return shown().refusal().map(words::why).orElse("");
    }

    public String cure() {
        return shown().refusal().map(words::cure).orElse("");
    }

    public List<String> consequences() {
        return consequencesShown().map(all -> lines.of(all, said())).orElse(List.of());
    }

    /** Folder by folder, who gains and who loses. */
    public List<String> folders() {
        return consequencesShown().map(all -> lines.of(all.difference(), said())).orElse(List.of());
    }

    public String hash() {
        return consequencesShown().map(Consequences::hash).orElse("");
    }

    private Optional<Consequences> consequencesShown() {
        return shown() instanceof Decision.Done<Consequences>(Consequences all)
                ? Optional.of(all)
                : Optional.empty();
    }

    private Words said() {
        return Words.in(words.locale());
    }

    public @Nullable String rename() {
        String name = asked.text("name");
        return notices.said(
                changing.rename(visitor.actor(), unit().id(), name),
                GroupActs.page(unit()),
                "change.renamed",
                name);
    }

    public @Nullable String carryOut() {
        Unit unit = unit();
        Optional<Reshape> reshape = reshape();
        return reshape.isEmpty()
                ? notices.wrong(why(), cure())
                : notices.said(
                        reshaping.carryOut(visitor.actor(), reshape.get(), asked.text("hash")),
                        GroupActs.page(unit),
                        "change.done." + what(),
                        unit.name(),
                        asked.text("other"));
    }
}
