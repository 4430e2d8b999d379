package org.freihafen.cloud.nextcloud;

import org.freihafen.cloud.CloudIds;
import org.freihafen.cloud.CloudKey.OfWorkspace;
import org.freihafen.cloud.CloudObject.WorkspaceObject;
import org.freihafen.cloud.Filing.Paper;
import org.freihafen.cloud.nextcloud.Dav.Done;
import org.freihafen.cloud.nextcloud.Session.Cookies;
import org.freihafen.ids.UnitId;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.TargetUnavailable;

import java.util.List;
import java.util.Optional;

/**
 * Writes new files, as the account that keeps the workspace. The cloud itself refuses to write over
 * what is there, so that a file written twice after a crash is one file.
 */
final class NewFiles {
    private final Accounts accounts;
    private final CloudIds ids;

    NewFiles(Accounts accounts, CloudIds ids) {
        this.accounts = accounts;
        this.ids = ids;
    }

    Outcome file(Paper paper) {
        Accounts.Account account = accounts.keepers().apply(paper.unit());
        try {
            return file(account, paper);
        } catch (TargetUnavailable e) {
            return e.outcome();
        } catch (CloudSaidNo e) {
            return new Outcome.Refused(e.why());
        }
    }

    private Outcome file(Accounts.Account account, Paper paper)
            throws TargetUnavailable, CloudSaidNo {
        Dav dav = account.dav();
        String cloud = account.session().cloud().name();
        Optional<String> workspace = workspace(cloud, paper.unit());
        if (workspace.isEmpty()) {
            return new Outcome.NotYet(Saying.of("cloud.file-waits", cloud));
        }
        String folder = "/" + workspace.get() + "/" + paper.folder();
        if (dav.make(folder, Cookies.NONE).done() == Done.MISSING) {
            return new Outcome.Refused(
                    Saying.of("cloud.not-let-in", cloud, account.login(), folder, account.group()));
        }
        String path = folder + "/" + paper.name();
        return switch (dav.create(path, paper.text())) {
            case DONE -> new Outcome.Applied();
            case TAKEN ->
                    dav.read(path).filter(paper.text()::equals).isPresent()
                            ? new Outcome.Applied()
                            : new Outcome.Refused(Saying.of("cloud.file-taken", cloud, path));
            case MISSING -> new Outcome.NotYet(Saying.of("cloud.file-waits", cloud));
        };
    }

    private Optional<String> workspace(String cloud, UnitId unit) {
        return ids.of(cloud, List.of(new OfWorkspace(unit))).stream()
                .flatMap(known -> known.seen().stream())
                .filter(WorkspaceObject.class::isInstance)
                .map(seen -> ((WorkspaceObject) seen).name())
                .findFirst();
    }
}
