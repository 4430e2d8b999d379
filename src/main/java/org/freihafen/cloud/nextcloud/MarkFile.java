package org.freihafen.cloud.nextcloud;

import org.freihafen.cloud.nextcloud.Accounts.Account;
import org.freihafen.reconcile.Epoch;
import org.freihafen.reconcile.Marked;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.TargetUnavailable;

import java.util.Optional;
import java.util.UUID;

/** The mark of the installation that serves a cloud: a file of the first service account's own. */
final class MarkFile implements Marked {
    private static final String MARK = "/.freihafen";

    private final Account keeper;

    MarkFile(Account keeper) {
        this.keeper = keeper;
    }

    @Override
    public Optional<Epoch> epoch() throws TargetUnavailable {
        try {
            Optional<String> mark = keeper.dav().read(MARK);
            return mark.isPresent() ? Optional.of(parsed(mark.get())) : Optional.empty();
        } catch (CloudSaidNo e) {
            throw new TargetUnavailable(e.why(), e);
        }
    }

    private Epoch parsed(String mark) throws TargetUnavailable {
        try {
            String[] words = mark.strip().split("\\s+", -1);
            return new Epoch(UUID.fromString(words[0]), Long.parseLong(words[1]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new TargetUnavailable(
                    Saying.of("cloud.mark", MARK, keeper.login(), keeper.session().cloud().name()),
                    e);
        }
    }

    @Override
    public void leave(Epoch epoch) throws TargetUnavailable {
        try {
            keeper.dav().write(MARK, epoch.instance() + " " + epoch.number() + "\n");
        } catch (CloudSaidNo e) {
            throw new TargetUnavailable(e.why(), e);
        }
    }
}
