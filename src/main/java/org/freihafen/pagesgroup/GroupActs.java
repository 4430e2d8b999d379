package org.freihafen.pagesgroup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.access.Action;
import org.freihafen.governance.Invitation;
import org.freihafen.governance.Invitations;
import org.freihafen.governance.Inviting;
import org.freihafen.governance.Leaving;
import org.freihafen.governance.NamingLeads;
import org.freihafen.ids.InvitationId;
import org.freihafen.ids.PersonId;
import org.freihafen.pages.Asked;
import org.freihafen.pages.NotThere;
import org.freihafen.pages.Notices;
import org.freihafen.pages.Once;
import org.freihafen.pages.Visitor;
import org.freihafen.pagesgroup.GroupPage.Face;
import org.freihafen.structure.Unit;
import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.List;

/** What can be done about the people of a group: invite them, name those who lead, leave. */
@Named
@RequestScoped
public class GroupActs {
    static final int LONGEST_ADDRESS = 400;

    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private Notices notices;
    @Inject private GroupPage groupPage;
    @Inject private Invitations invitations;
    @Inject private Inviting inviting;
    @Inject private NamingLeads namingLeads;
    @Inject private Leaving leaving;
    @Inject private InstantSource clock;

    private final Once<List<Invitation>> open = new Once<>();

    public static String page(Unit unit) {
        return "/group?faces-redirect=true&key=" + unit.key();
    }

    /** Open invitations as whoever invites may see them. */
    public List<Invitation> open() {
        return open.get(this::findOpen);
    }

    private List<Invitation> findOpen() {
        return asked.may(Action.INVITE)
                ? invitations.listedInto(asked.unit().id(), clock.instant())
                : List.of();
    }

    public @Nullable String invite() {
        String address = asked.text("address");
        if (address.length() > LONGEST_ADDRESS) {
            return notices.tooLong(LONGEST_ADDRESS);
        }
        return notices.said(
                inviting.invite(visitor.actor(), asked.unit().id(), address),
                page(asked.unit()),
                "invite.done",
                address);
    }

    public @Nullable String withdraw() {
        InvitationId id = asked.id("invitation", InvitationId::of);
        String address = invitations.byId(id).map(Invitation::addressedTo).orElse("");
        return notices.said(
                inviting.withdraw(visitor.actor(), id),
                page(asked.unit()),
                "invite.withdrawn",
                address);
    }

    public @Nullable String nameLeads() {
        return notices.said(
                namingLeads.name(
                        visitor.actor(), asked.unit().id(), asked.ids("lead", PersonId::of)),
                page(asked.unit()),
                "leads.done");
    }

    public @Nullable String leave() {
        Unit unit = asked.unit();
        return notices.said(
                leaving.leave(visitor.actor(), unit.id()),
                "/home?faces-redirect=true",
                "leave.done",
                unit.name());
    }

    /** Whether a person was named whom the visitor may take out of the group. */
    public boolean removing() {
        return !asked.text("person").isEmpty() && groupPage.removes();
    }

    /** Who would no longer belong. */
    public Face leaver() {
        PersonId person = asked.id("person", PersonId::of);
        return groupPage.everybody().stream()
                .filter(face -> face.id().equals(person))
                .findFirst()
                .orElseThrow(NotThere::new);
    }

    public @Nullable String remove() {
        String name = leaver().name();
        return notices.said(
                leaving.remove(
                        visitor.actor(), asked.unit().id(), asked.id("person", PersonId::of)),
                page(asked.unit()),
                "remove.done",
                name);
    }
}
