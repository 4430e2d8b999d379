package org.freihafen.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.governance.Headcount;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.ids.FolderId;
import org.freihafen.ids.GrantId;
import org.freihafen.shares.Folder;
import org.freihafen.shares.FolderRef;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Granting;
import org.freihafen.shares.Grants;
import org.freihafen.shares.Workspaces;
import org.freihafen.structure.Unit;
import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Gives a grant, or changes or ends one. Nothing is saved before the visitor was shown who will see
 * the folder: the form carries what was shown, and that must be what is saved.
 */
@Named
@RequestScoped
public class GrantDialogue {
    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private PageWords words;
    @Inject private Notices notices;
    @Inject private UnitNames unitNames;
    @Inject private Workspaces workspaces;
    @Inject private Grants grants;
    @Inject private Granting granting;
    @Inject private Headcount headcount;

    /** Whether a grant is being given. */
    public boolean giving() {
        return !asked.text("folder").isEmpty();
    }

    /** Whether a grant that there is is being changed. */
    public boolean changing() {
        return !asked.text("grant").isEmpty();
    }

    private Grant grant() {
        return grants.byId(asked.id("grant", GrantId::of))
                .filter(grant -> grant.folder().workspace().equals(asked.unit().id()))
                .orElseThrow(NotThere::new);
    }

    private FolderRef folder() {
        if (changing()) {
            return grant().folder();
        }
        String ref = asked.text("folder");
        if (ref.equals("all")) {
            return FolderRef.whole(asked.unit().id());
        }
        return workspaces
                .folder(asked.id("folder", FolderId::of))
                .filter(folder -> folder.unit().equals(asked.unit().id()))
                .map(FolderRef::of)
                .orElseThrow(NotThere::new);
    }

    public String folderName() {
        return folder().folder()
                .flatMap(workspaces::folder)
                .map(Folder::path)
                .orElse(words.say("folder.all", asked.unit().name()));
    }

    /** Names of units that the visitor may grant to, each name once. */
    public List<String> receivers() {
        String own = unitNames.name(asked.unit());
        return unitNames.all().stream().filter(name -> !name.equals(own)).toList();
    }

    private Optional<GroupId> receiver() {
        if (changing()) {
            return grant().to().toGroup();
        }
        Part part = asked.text("part").equals("LEADS") ? Part.LEADS : Part.PEOPLE;
        return unitNames.named(asked.text("to")).map(unit -> new GroupId(unit.id(), part));
    }

    public Allowed allowed() {
        String wished = asked.text("allowed");
        for (Allowed each : List.of(Allowed.READ, Allowed.ADD, Allowed.EDIT)) {
            if (each.name().equals(wished)) {
                return each;
            }
        }
        return changing() ? Allowed.by(grant().permissions()) : Allowed.READ;
    }

    public String until() {
        if (changing() && asked.text("seen").isEmpty() && asked.text("allowed").isEmpty()) {
            Optional<LocalDate> end = grant().period().until();
            return end.map(day -> day.minusDays(1).toString()).orElse("");
        }
        return asked.text("until");
    }

    private Optional<LocalDate> lastDay() {
        return until().isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(until()));
    }

    /** Who will see it, what they may and until when; empty while that cannot be said. */
    public String preview() {
        try {
            return receiver().map(group -> sentence(group, lastDay())).orElse("");
        } catch (DateTimeException notADay) {
            return "";
        }
    }

    private String sentence(GroupId group, Optional<LocalDate> lastDay) {
        Unit unit = asked.structure().byId(group.unit()).orElseThrow();
        String who =
                words.say(
                        group.part() == Part.LEADS ? "grant.who.leads" : "grant.who.people",
                        unit.name(),
                        headcount.of(group));
        String end =
                lastDay.map(day -> words.say("grant.until", words.day(day)))
                        .orElse(words.say("grant.forEver"));
        return words.say("grant.sentence." + allowed(), who, folderName(), end);
    }

    public String receiverName() {
        return receiver()
                .flatMap(group -> asked.structure().byId(group.unit()))
                .map(Unit::name)
                .orElse("");
    }

    public @Nullable String save() {
        Optional<GroupId> to = receiver();
        if (to.isEmpty()) {
            return notices.wrong(words.say("grant.to.unknown"), words.say("grant.to.cure"));
        }
        Optional<LocalDate> lastDay;
        try {
            lastDay = lastDay();
        } catch (DateTimeException notADay) {
            return notices.wrong(words.say("grant.day.wrong"), words.say("grant.day.cure"));
        }
        if (!asked.text("seen").equals(preview())) {
            return notices.wrong(words.say("grant.look"), words.say("grant.look.cure"));
        }
        if (changing()) {
            return notices.said(
                    granting.change(
                            visitor.actor(), grant().id(), allowed().permissions(), lastDay),
                    GroupActs.page(asked.unit()),
                    "grant.changed",
                    receiverName());
        }
        return notices.said(
                granting.grant(
                        visitor.actor(),
                        new Granting.Wish(
                                folder(),
                                to.get(),
                                allowed().permissions(),
                                lastDay,
                                asked.text("reason"))),
                GroupActs.page(asked.unit()),
                "grant.done",
                preview());
    }

    public @Nullable String end() {
        String receiver = receiverName();
        return notices.said(
                granting.end(visitor.actor(), grant().id()),
                GroupActs.page(asked.unit()),
                "grant.ended",
                receiver);
    }
}
