package org.freihafen.cloud;

import org.freihafen.reconcile.Reconciliation;

import java.util.List;

/** One reconciliation for every configured cloud. */
public interface CloudReconciliations {
    List<? extends Reconciliation<?, ?>> all();
}
