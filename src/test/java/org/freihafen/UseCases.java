package org.freihafen;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;

import org.freihafen.access.Actor;

import java.util.Set;

/** What somebody does by a use case: every public method that is told who acts. */
final class UseCases {
    /** These know actors because they decide about them or write them down. */
    private static final Set<String> ABOUT_ACTORS = Set.of("access", "audit");

    private UseCases() {}

    static DescribedPredicate<JavaMethod> under(String root) {
        Layout layout = new Layout(root);
        return describe(
                "are told who acts",
                method ->
                        layout.roomOf(method.getOwner())
                                        .filter(room -> !ABOUT_ACTORS.contains(room))
                                        .isPresent()
                                && !method.getOwner().isInterface()
                                && method.getModifiers().contains(JavaModifier.PUBLIC)
                                && !method.getModifiers().contains(JavaModifier.BRIDGE)
                                && method.getRawParameterTypes().stream()
                                        .anyMatch(type -> type.isEquivalentTo(Actor.class)));
    }

    static String name(JavaMethod method) {
        return method.getOwner().getSimpleName() + "." + method.getName();
    }
}
