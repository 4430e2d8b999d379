package org.freihafen.pages;

/** What was asked for has moved on, and another page tells of it. */
public final class Elsewhere extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String page;

    /**
     * @param page which one, below the application's own address, with what it needs to know
     */
    public Elsewhere(String page) {
        super("elsewhere");
        this.page = page;
    }

    String page() {
        return page;
    }
}
