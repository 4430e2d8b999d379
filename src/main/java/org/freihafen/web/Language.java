package org.freihafen.web;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;

import org.freihafen.settings.Settings;
import org.freihafen.words.Words;

import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** In which language somebody is answered: what they ask for, else what is configured. */
@Singleton
public class Language {
    private final Locale otherwise;

    @Inject
    public Language(Settings settings) {
        otherwise = settings.language();
    }

    public Words of(HttpServletRequest request) {
        return Words.in(
                request.getHeader("Accept-Language") == null
                        ? otherwise
                        : best(Collections.list(request.getLocales())));
    }

    /** The first of these that we speak, best first. */
    public Locale best(List<Locale> wished) {
        return wished.stream()
                .map(Locale::getLanguage)
                .flatMap(language ->
                        Words.LANGUAGES.stream()
                                .filter(ours -> ours.getLanguage().equals(language)))
                .findFirst()
                .orElse(otherwise);
    }
}
