package org.freihafen.pages;

/** What was asked for is not there, or nothing that the visitor may know of. */
public final class NotThere extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotThere() {
        super("not there");
    }
}
