package org.freihafen.pagesgroup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.governance.Headcount;
import org.freihafen.granting.Granting;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.offering.OfferingGrants;
import org.freihafen.pages.Asked;
import org.freihafen.pages.Notices;
import org.freihafen.pages.PageWords;
import org.freihafen.pages.UnitNames;
import org.freihafen.pages.Visitor;
import org.freihafen.shares.Grantee;
import org.freihafen.shares.Links;
import org.freihafen.structure.Unit;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.FolderRef;
import org.freihafen.workspaces.Workspaces;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Gives a grant, or changes or ends one. Nothing is saved before the visitor was shown who will see
 * the folder: the form carries what was shown, and that must be what is saved.
 */
@Named
@RequestScoped
public class GrantDialogue {
    @Inject private GrantForm form;
    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private PageWords words;
    @Inject private Notices notices;
    @Inject private UnitNames unitNames;
    @Inject private Workspaces workspaces;
    @Inject private Granting granting;
    @Inject private OfferingGrants offering;
    @Inject private Headcount headcount;
    @Inject private Links links;

    /** Where the link leads, once the cloud has made it. */
    public String link() {
        return form.changing() ? links.of(form.grant().id()).map(URI::toString).orElse("") : "";
    }

    /** Who will see it, what they may and until when; empty while that cannot be said. */
    public String preview() {
        try {
            if (offers()) {
                return form.address().isEmpty() || (form.bound() && form.because().isEmpty())
                        ? ""
                        : sentence(form.address(), form.lastDay());
            }
            return form.receiver().map(to -> sentence(subject(to), form.lastDay())).orElse("");
        } catch (DateTimeException notADay) {
            return "";
        }
    }

    private boolean offers() {
        return form.kind() == Grantee.Kind.PERSON && !form.changing();
    }

    private String sentence(String who, Optional<LocalDate> lastDay) {
        String end =
                lastDay.map(day -> words.say("grant.until", words.day(day)))
                        .orElse(words.say("grant.forEver"));
        List<String> said = new ArrayList<>();
        said.add(words.say("grant.sentence." + form.allowed(), who, form.folderName(), end));
        if (form.bound()) {
            form.because()
                    .map(Unit::name)
                    .ifPresent(unit -> said.add(words.say("grant.bound", unit)));
        }
        String closed = closed();
        if (!closed.isEmpty()) {
            said.add(words.say("grant.closed", closed));
        }
        return String.join(" ", said);
    }

    /** Closed folders that this opens to others all the same: itself, and those in it. */
    private String closed() {
        FolderRef ref = form.folder();
        if (ref.folder().isEmpty() && form.kind() == Grantee.Kind.UNIT) {
            return "";
        }
        Optional<String> path = ref.folder().flatMap(workspaces::folder).map(Folder::path);
        return workspaces.folders(ref.workspace()).stream()
                .filter(folder -> folder.closedTo().isPresent())
                .map(Folder::path)
                .filter(inner ->
                        path.isEmpty()
                                || inner.equals(path.get())
                                || inner.startsWith(path.get() + "/"))
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .map(inner -> words.say("grant.closed.one", inner))
                .collect(Collectors.joining(", "));
    }

    /** Before its verb a clause ends with a comma, in German. */
    private String subject(Grantee to) {
        return to instanceof Grantee.ToLink(boolean secured)
                ? words.say(secured ? "grant.who.link.secured" : "grant.who.link")
                : who(to);
    }

    private String who(Grantee to) {
        return switch (to) {
            case Grantee.ToGroup(GroupId group) ->
                    words.say(
                            group.part() == Part.LEADS ? "grant.who.leads" : "grant.who.people",
                            asked.structure().byId(group.unit()).orElseThrow().name(),
                            headcount.of(group));
            case Grantee.ToPerson _ -> words.say("who.person");
            case Grantee.ToLink(boolean secured) ->
                    words.say(secured ? "who.link.secured" : "who.link");
            case Grantee.ToMail(String address, boolean secured) ->
                    words.say(secured ? "grant.who.mail.secured" : "grant.who.mail", address);
            case Grantee.ToFederated(String account) -> words.say("grant.who.federated", account);
        };
    }

    public String receiverName() {
        return form.receiver()
                .map(to ->
                        to.toGroup()
                                .flatMap(group -> asked.structure().byId(group.unit()))
                                .map(unitNames::said)
                                .orElseGet(() -> who(to)))
                .orElse("");
    }

    public @Nullable String save() {
        Optional<LocalDate> lastDay;
        try {
            lastDay = form.lastDay();
        } catch (DateTimeException notADay) {
            return notices.wrong(words.say("grant.day.wrong"), words.say("grant.day.cure"));
        }
        if (form.bound() && form.because().isEmpty()) {
            return notices.wrong(
                    words.say("grant.to.unknown.UNIT"), words.say("grant.because.cure"));
        }
        String preview = preview();
        if (preview.isEmpty()) {
            return notices.wrong(
                    words.say("grant.to.unknown." + form.kind()),
                    words.say("grant.to.cure." + form.kind()));
        }
        if (!asked.text("seen").equals(preview)) {
            return notices.wrong(words.say("grant.look"), words.say("grant.look.cure"));
        }
        if (offers()) {
            return offer(lastDay);
        }
        return form.changing() ? change(lastDay) : give(lastDay, preview);
    }

    private @Nullable String give(Optional<LocalDate> lastDay, String preview) {
        return notices.said(
                granting.grant(
                        visitor.actor(),
                        new Granting.Wish(
                                form.folder(),
                                form.receiver().orElseThrow(),
                                form.allowed().permissions(),
                                lastDay,
                                asked.text("reason"),
                                form.password())),
                GroupActs.page(asked.unit()),
                "grant.done",
                preview);
    }

    private @Nullable String change(Optional<LocalDate> lastDay) {
        return notices.said(
                granting.change(
                        visitor.actor(),
                        form.grant().id(),
                        new Granting.Change(
                                form.allowed().permissions(),
                                lastDay,
                                Optional.empty(),
                                form.password())),
                GroupActs.page(asked.unit()),
                "grant.changed",
                receiverName());
    }

    /** Nobody gets anything before accepting; whether there is such a person is not told. */
    private @Nullable String offer(Optional<LocalDate> lastDay) {
        String address = form.address();
        return notices.said(
                offering.offer(
                        visitor.actor(),
                        new OfferingGrants.Wish(
                                form.folder(),
                                address,
                                form.because().filter(_ -> form.bound()).map(Unit::id),
                                form.allowed().permissions(),
                                lastDay,
                                asked.text("reason"))),
                GroupActs.page(asked.unit()),
                "offer.done",
                address);
    }

    public @Nullable String end() {
        String receiver = receiverName();
        return notices.said(
                granting.end(visitor.actor(), form.grant().id()),
                GroupActs.page(asked.unit()),
                "grant.ended",
                receiver);
    }
}
