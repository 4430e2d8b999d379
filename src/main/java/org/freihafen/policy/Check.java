package org.freihafen.policy;

/**
 * A requirement and how it stands.
 *
 * @param shown what the cloud shows instead; empty if that says nothing
 */
public record Check(Requirement requirement, State state, String shown) {
    /** How a requirement stands. */
    public enum State {
        MET,
        /** It shows that it is not so. */
        BROKEN,
        /** It does not show; somebody has to look. */
        UNVERIFIED
    }
}
