package org.freihafen.pagesgroup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import org.freihafen.access.Action;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.Accounts;
import org.freihafen.governance.Headcount;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.SightRule.Field;
import org.freihafen.pages.Asked;
import org.freihafen.pages.PageWords;
import org.freihafen.pages.UnitNames;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Grantee;
import org.freihafen.structure.Unit;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.FolderRef;
import org.freihafen.workspaces.Workspaces;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** To whom grants are given and on what, as the visitor may read it. */
@RequestScoped
public class GranteeNames {
    @Inject private Asked asked;
    @Inject private PageWords words;
    @Inject private UnitNames unitNames;
    @Inject private Accounts accounts;
    @Inject private Headcount headcount;
    @Inject private Workspaces workspaces;

    /** How many people the groups have to whom these are given. */
    public Map<GroupId, Integer> sizes(Collection<Grant> grants) {
        return sizesOf(grants.stream().map(Grant::to).toList());
    }

    /** How many people these groups have. */
    public Map<GroupId, Integer> sizesOf(Collection<Grantee> to) {
        return headcount.of(
                to.stream()
                        .flatMap(each -> each.toGroup().stream())
                        .map(GroupId::unit)
                        .collect(Collectors.toSet()));
    }

    public String of(Grantee to, Map<GroupId, Integer> sizes) {
        return switch (to) {
            case Grantee.ToGroup(GroupId group) -> name(group, sizes.getOrDefault(group, 0));
            case Grantee.ToPerson(PersonId person) -> person(person);
            case Grantee.ToLink(boolean secured) ->
                    words.say(secured ? "who.link.secured" : "who.link");
            case Grantee.ToMail(String address, boolean _) -> address;
            case Grantee.ToFederated(String account) -> account;
        };
    }

    /** Whoever accepted a grant is known to those who lead the unit that gave it. */
    private String person(PersonId person) {
        return asked.may(Action.GRANT)
                ? accounts.byId(person).map(Account::displayName).orElse(words.say("who.person"))
                : words.say("who.person");
    }

    private String name(GroupId group, int size) {
        Optional<Unit> unit =
                asked.structure().byId(group.unit()).filter(u -> asked.sees(Field.UNIT, u));
        String key = group.part() == Part.LEADS ? "who.leads" : "who.people";
        return unit.map(u -> words.say(key, u.name(), size)).orElse(words.say("who.hidden"));
    }

    /** The folder, or all of the unit whose workspace it is. */
    public String folder(FolderRef ref) {
        String unit = asked.structure().byId(ref.workspace()).map(unitNames::said).orElse("");
        return ref.folder()
                .flatMap(workspaces::folder)
                .map(Folder::path)
                .orElse(words.say("folder.all", unit));
    }
}
