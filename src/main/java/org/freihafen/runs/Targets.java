package org.freihafen.runs;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.cloud.CloudReconciliations;
import org.freihafen.directory.DirectoryReconciliation;
import org.freihafen.reconcile.Reconciliation;

import java.util.List;

/** All targets there are: the directory, then the clouds, which learn people and groups from it. */
@Dependent
class Targets {
    private final DirectoryReconciliation directory;
    private final CloudReconciliations clouds;

    @Inject
    Targets(DirectoryReconciliation directory, CloudReconciliations clouds) {
        this.directory = directory;
        this.clouds = clouds;
    }

    Reconciliation<?, ?> directory() {
        return directory;
    }

    List<? extends Reconciliation<?, ?>> clouds() {
        return clouds.all();
    }
}
