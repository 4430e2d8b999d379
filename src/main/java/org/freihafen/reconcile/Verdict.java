package org.freihafen.reconcile;

import java.util.List;

/** Whether a plan may be applied without asking anybody. */
public sealed interface Verdict {
    /** Why a person must look first; nothing if nobody must. */
    List<Loss> losses();

    record Safe() implements Verdict {
        @Override
        public List<Loss> losses() {
            return List.of();
        }
    }

    /** A person must look first; each loss is one reason. */
    record NeedsApproval(List<Loss> losses) implements Verdict {}
}
