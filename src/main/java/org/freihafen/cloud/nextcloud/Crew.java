package org.freihafen.cloud.nextcloud;

import org.freihafen.cloud.nextcloud.Accounts.Account;
import org.freihafen.cloud.nextcloud.Applying.Steps;
import org.freihafen.cloud.nextcloud.TeamFolders.TeamFolder;
import org.freihafen.groups.GroupId;
import org.freihafen.ids.UnitId;
import org.freihafen.shares.ShownAnew;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the service accounts do, each for the workspaces that it keeps.
 *
 * @param unclaimed Team folders of ours that the last full run found in no record, by name
 * @param unvisited Team folders which the kept session does not know yet
 */
record Crew(
        Accounts accounts,
        Supplier<Map<GroupId, String>> labels,
        Keys keys,
        ShownAnew shownAnew,
        Hidings hidings,
        Map<String, TeamFolder> unclaimed,
        Set<UnitId> unvisited) {

    /** The steps of the account that keeps a unit's workspace, over one ledger. */
    Function<Optional<UnitId>, Steps> over(Ledger ledger) {
        Function<UnitId, Account> keepers = accounts.keepers();
        Map<Account, Steps> steps = new ConcurrentHashMap<>();
        return unit ->
                steps.computeIfAbsent(
                        unit.map(keepers).orElseGet(accounts::first),
                        account -> steps(account, ledger));
    }

    private Steps steps(Account account, Ledger ledger) {
        Session session = account.session();
        TeamFolders asked = new TeamFolders(new Ocs(session));
        Groups groups = new Groups(session, account.sharees(), ledger, labels);
        FolderSteps folders = new FolderSteps(session, account.dav(), ledger, unvisited);
        RuleSteps rules =
                new RuleSteps(
                        session,
                        new PathRules(session, account.dav()),
                        asked,
                        folders,
                        groups,
                        ledger);
        return new Steps(
                new WorkspaceSteps(
                        session,
                        asked,
                        new Recognition(account.sharees(), ledger, labels),
                        ledger,
                        groups,
                        rules,
                        unclaimed,
                        unvisited),
                folders,
                new ShareSteps(
                        session,
                        accounts.logins(),
                        account.shares(),
                        folders,
                        groups,
                        keys,
                        shownAnew,
                        hidings,
                        ledger),
                rules);
    }
}
