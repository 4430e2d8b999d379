package org.freihafen.pagesgroup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.access.Action;
import org.freihafen.access.Denied;
import org.freihafen.asking.AskingAccess;
import org.freihafen.groups.Part;
import org.freihafen.pages.Allowed;
import org.freihafen.pages.Asked;
import org.freihafen.pages.Notices;
import org.freihafen.pages.PageWords;
import org.freihafen.pages.UnitNames;
import org.freihafen.pages.Visitor;
import org.freihafen.structure.Unit;
import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A group asks another for access to its files. */
@Named
@RequestScoped
public class AskPage {
    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private PageWords words;
    @Inject private Notices notices;
    @Inject private UnitNames unitNames;
    @Inject private AskingAccess asking;

    /** The group that asks, for those who may ask for it. */
    public Unit unit() {
        if (!asked.may(Action.ASK_ACCESS)) {
            throw new Denied(Action.ASK_ACCESS);
        }
        return asked.unit();
    }

    /** Names of those who can be asked, each once. */
    public List<String> others() {
        String own = unitNames.name(unit());
        return unitNames.all().stream().filter(name -> !name.equals(own)).toList();
    }

    public List<Allowed> offered() {
        return List.of(Allowed.READ, Allowed.ADD, Allowed.EDIT);
    }

    public Allowed allowed() {
        String wished = asked.text("allowed");
        return offered().stream()
                .filter(each -> each.name().equals(wished))
                .findFirst()
                .orElse(Allowed.READ);
    }

    public @Nullable String ask() {
        Optional<Unit> of = unitNames.named(asked.text("of"));
        if (of.isEmpty()) {
            return notices.wrong(words.say("grant.to.unknown.UNIT"), words.say("ask.of.cure"));
        }
        Optional<LocalDate> until;
        try {
            until =
                    Optional.of(asked.text("until"))
                            .filter(t -> !t.isEmpty())
                            .map(LocalDate::parse);
        } catch (DateTimeException notADay) {
            return notices.wrong(words.say("grant.day.wrong"), words.say("grant.day.cure"));
        }
        return notices.said(
                asking.ask(
                        visitor.actor(),
                        new AskingAccess.Plea(
                                unit().id(),
                                asked.text("part").equals("LEADS") ? Part.LEADS : Part.PEOPLE,
                                of.get().id(),
                                asked.text("wanted"),
                                allowed().permissions(),
                                until,
                                asked.text("reason"))),
                "/requests?faces-redirect=true&key=" + unit().key(),
                "ask.done",
                of.get().name());
    }
}
