package org.freihafen.pagesadmin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.access.Access;
import org.freihafen.access.Action;
import org.freihafen.access.Actor;
import org.freihafen.audit.AuditLine;
import org.freihafen.audit.Trail;
import org.freihafen.ids.PersonId;
import org.freihafen.pages.Asked;
import org.freihafen.pages.Once;
import org.freihafen.pages.PageWords;
import org.freihafen.pages.UnitNames;
import org.freihafen.pages.Visitor;
import org.freihafen.structure.Unit;
import org.freihafen.web.Here;

import java.util.List;
import java.util.Optional;

/**
 * Who decided what, the latest first: in one unit for those who answer for it, everywhere for
 * administrators and auditors. Whoever looks sees no names here that they see nowhere else.
 */
@Named
@RequestScoped
public class TrailPage {
    private static final int SHOWN = 50;

    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private Access access;
    @Inject private Trail trail;
    @Inject private PageWords words;
    @Inject private UnitNames unitNames;

    private final Once<List<AuditLine>> lines = new Once<>();

    /** Whether this is about one unit. */
    public boolean one() {
        return !asked.text("key").isEmpty();
    }

    public Unit unit() {
        return asked.unit();
    }

    /** What was typed to narrow the lines to a unit. */
    public String named() {
        return asked.text("unit");
    }

    /** Whether no unit is called what was typed. */
    public boolean nowhere() {
        return !one() && !named().isEmpty() && unitNames.named(named()).isEmpty();
    }

    public List<AuditLine> lines() {
        return lines.get(this::findLines);
    }

    private List<AuditLine> findLines() {
        if (one()) {
            access.require(visitor.actor(), Action.SEE_AUDIT, unit().id());
        } else {
            access.require(visitor.actor(), Action.SEE_AUDIT);
        }
        if (nowhere()) {
            return List.of();
        }
        Optional<Unit> in = one() ? Optional.of(unit()) : unitNames.named(named());
        return trail.latest(
                new Trail.Question(in.map(Unit::id), person(), Optional.empty()), before(), SHOWN);
    }

    /** Whom the lines are about or by, if they are narrowed to one person. */
    public Optional<PersonId> person() {
        return asked.text("person").isEmpty()
                ? Optional.empty()
                : Optional.of(asked.id("person", PersonId::of));
    }

    private long before() {
        String text = asked.text("before");
        return text.matches("\\d{1,15}") ? Long.parseLong(text) : Long.MAX_VALUE;
    }

    /** Where older lines stand; empty on the last page. */
    public String older() {
        List<AuditLine> shown = lines();
        return shown.size() < SHOWN
                ? ""
                : here()
                        + "&person="
                        + person().map(PersonId::toString).orElse("")
                        + "&before="
                        + shown.getLast().number();
    }

    /** This page about everybody. */
    public String here() {
        return "trail?key=" + Here.encoded(asked.text("key")) + "&unit=" + Here.encoded(named());
    }

    /** What was done, in words. */
    public String what(AuditLine line) {
        return words.ours(line.entry().what());
    }

    public String why(AuditLine line) {
        return line.entry().why().map(words::ours).orElse("");
    }

    public String where(AuditLine line) {
        return line.entry().unit().flatMap(asked.structure()::byId).map(unitNames::said).orElse("");
    }

    public String who(AuditLine line) {
        Actor actor = line.entry().actor();
        return actor.somebody()
                .map(person ->
                        person.equals(visitor.id())
                                ? words.say("trail.you")
                                : words.say("trail.somebody", end(person)))
                .orElseGet(() -> words.say("trail.host"));
    }

    /** Where only their lines stand; empty if nobody did it who signs in. */
    public String onlyBy(AuditLine line) {
        return line.entry()
                .actor()
                .somebody()
                .map(person -> here() + "&person=" + person)
                .orElse("");
    }

    /** Enough of an id to tell people on one page apart. */
    private static String end(PersonId person) {
        String id = person.toString();
        return id.substring(id.length() - 6);
    }
}
