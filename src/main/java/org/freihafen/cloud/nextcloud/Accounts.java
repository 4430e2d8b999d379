package org.freihafen.cloud.nextcloud;

import org.freihafen.cloud.Cloud;
import org.freihafen.ids.UnitId;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The service accounts of one cloud. Each keeps the workspaces of its branch, with a local group
 * and shares of its own, because what one account does takes longer the more Team folders it has.
 * The first keeps what no branch holds, and asks what concerns the whole cloud.
 */
final class Accounts implements AutoCloseable {
    private final List<Account> all = new ArrayList<>();
    private final Map<String, Account> byBranch = new HashMap<>();
    private final Supplier<Structure> structure;

    /**
     * Makes no request.
     *
     * @param open makes the session of each
     * @param structure says which branch holds a unit
     */
    Accounts(Cloud cloud, Function<Cloud, Session> open, Supplier<Structure> structure) {
        this.structure = structure;
        all.add(new Account(open.apply(cloud)));
        for (Cloud.Branch branch : cloud.branches()) {
            Account account = new Account(open.apply(cloud.as(branch)));
            all.add(account);
            branch.units().forEach(key -> byBranch.put(key, account));
        }
    }

    /** One of them, with its ways into the cloud. */
    static final class Account {
        private final Session session;
        private final Dav dav;
        private final Shares shares;
        private final Sharees sharees;
        private final Lookout lookout;

        private Account(Session session) {
            this.session = session;
            this.dav = new Dav(session);
            this.shares = new Shares(new Ocs(session));
            this.sharees = new Sharees(new Ocs(session));
            this.lookout = new Lookout(dav);
        }

        Session session() {
            return session;
        }

        Dav dav() {
            return dav;
        }

        Shares shares() {
            return shares;
        }

        Sharees sharees() {
            return sharees;
        }

        Lookout lookout() {
            return lookout;
        }

        String login() {
            return session.cloud().login();
        }

        String group() {
            return session.cloud().serviceGroup();
        }
    }

    Account first() {
        return all.getFirst();
    }

    List<Account> all() {
        return List.copyOf(all);
    }

    Set<String> logins() {
        return all.stream().map(Account::login).collect(Collectors.toSet());
    }

    Set<String> groups() {
        return all.stream().map(Account::group).collect(Collectors.toSet());
    }

    /** Whether one of them made it. */
    boolean own(Shares.Share share) {
        return all.stream().anyMatch(account -> account.login().equals(share.owner()));
    }

    /** Who keeps each unit's workspace, as of now. */
    Function<UnitId, Account> keepers() {
        if (byBranch.isEmpty()) {
            return _ -> first();
        }
        Structure now = structure.get();
        return unit ->
                now.upward(unit).stream()
                        .map(Unit::key)
                        .filter(key -> byBranch.containsKey(key.value()))
                        .findFirst()
                        .map(key -> byBranch.getOrDefault(key.value(), first()))
                        .orElse(first());
    }

    void fullRun() {
        all.forEach(account -> account.session.fullRun());
    }

    /** Says again why the cloud cannot be asked at the moment, if that is so for all of them. */
    void check() throws TargetUnavailable {
        for (int i = 0; i < all.size(); i++) {
            try {
                all.get(i).session.check();
                return;
            } catch (TargetUnavailable e) {
                if (i == all.size() - 1) {
                    throw e;
                }
            }
        }
    }

    long requests() {
        return all.stream().mapToLong(account -> account.session.requests()).sum();
    }

    @Override
    public void close() throws IOException {
        for (Account account : all) {
            account.session.close();
        }
    }
}
