package org.freihafen.pages;

import java.util.List;
import java.util.Locale;

/** How a page is looked at: in which language, and how wide. */
record Look(Locale language, int width) {
    static final List<Look> ALL =
            List.of(
                    new Look(Locale.GERMAN, 1280),
                    new Look(Locale.GERMAN, 360),
                    new Look(Locale.ENGLISH, 1280),
                    new Look(Locale.ENGLISH, 360));

    static List<Look> all() {
        return ALL;
    }

    int height() {
        return width < 500 ? 740 : 860;
    }

    @Override
    public String toString() {
        return language.getLanguage() + "-" + width;
    }
}
