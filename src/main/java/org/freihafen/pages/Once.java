package org.freihafen.pages;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/** What is found out once a request, however often the page asks for it. */
public final class Once<T> {
    private @Nullable T value;

    public T get(Supplier<T> find) {
        T known = value;
        if (known == null) {
            known = find.get();
            value = known;
        }
        return known;
    }
}
