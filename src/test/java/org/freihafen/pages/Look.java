package org.freihafen.pages;

import java.util.List;
import java.util.Locale;

/**
 * How somebody walks through the pages: in which language, and on how wide a screen. Each language
 * and each width is walked once; where a page is looked at, {@link Visit#look} tries both widths.
 */
record Look(Locale language, int width) {
    static final int PHONE = 360;
    static final int WIDE = 1280;

    private static final List<Look> WALKED =
            List.of(new Look(Locale.GERMAN, PHONE), new Look(Locale.ENGLISH, WIDE));

    static List<Look> all() {
        return WALKED;
    }

    Look otherWidth() {
        return new Look(language, width == PHONE ? WIDE : PHONE);
    }

    int height() {
        return width == PHONE ? 740 : 860;
    }

    /** One of as many different things as there are walks. */
    String each(String german, String english) {
        return language.equals(Locale.GERMAN) ? german : english;
    }

    @Override
    public String toString() {
        return language.getLanguage() + "-" + width;
    }
}
