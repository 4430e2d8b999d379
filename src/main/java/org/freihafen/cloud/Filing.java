package org.freihafen.cloud;

import org.freihafen.ids.UnitId;
import org.freihafen.reconcile.Epoch;
import org.freihafen.reconcile.Outcome;

/** Puts single files into units' workspaces. What is there already is never written over. */
public interface Filing {
    /**
     * A file that is to be in a workspace.
     *
     * @param unit whose workspace
     * @param folder at the top of the workspace; made if it is not there
     */
    record Paper(UnitId unit, String folder, String name, String text) {
        /** Without the text, so that no log can hold it. */
        @Override
        public String toString() {
            return "Paper[" + unit + "]";
        }
    }

    /**
     * Writes it whole or not at all. That the very same is there already is as good; a different
     * one of its name stays, and this is refused.
     *
     * @param ours a cloud with the mark of another installation, or with a newer one, is left alone
     */
    Outcome file(String cloud, Epoch ours, Paper paper);
}
