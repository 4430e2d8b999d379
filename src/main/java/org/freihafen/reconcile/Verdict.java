package org.freihafen.reconcile;

import java.util.List;

/** Whether a plan may be applied without asking anybody. */
public sealed interface Verdict {
    record Safe() implements Verdict {}

    /** A person must look first; each loss is one reason. */
    record NeedsApproval(List<Loss> losses) implements Verdict {}
}
