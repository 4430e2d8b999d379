package org.freihafen;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import org.freihafen.access.Access;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every use case asks {@link Access} itself, in its method or in one of its own class. */
final class AskAccess extends ArchCondition<JavaMethod> {
    /** Whom nobody needs to be asked about, and why. */
    private static final Map<String, String> UNASKED =
            Map.of(
                    "ApplyingRoster.apply", "follows what was approved, or a day that has come",
                    "Answering.answer", "only whoever was invited finds the invitation",
                    "AnsweringOffers.accept", "only whoever was offered finds the offer",
                    "AnsweringOffers.decline", "only whoever was offered finds the offer",
                    "Naming.displayName", "only one's own is found",
                    "TellingOfLeavers.changed", "follows what was approved, or a day that has come",
                    "RegisterPlaces.added", "follows a structure that was approved",
                    "RegisterPlaces.ended", "follows a structure that was approved",
                    "WorkspacesFollowUnits.added", "follows a structure that was approved",
                    "WorkspacesFollowUnits.ended", "follows a structure that was approved");

    AskAccess() {
        super("ask Access");
    }

    @Override
    public void check(JavaMethod method, ConditionEvents events) {
        String name = UseCases.name(method);
        if (!asks(method, new HashSet<>()) && !UNASKED.containsKey(name)) {
            events.add(
                    SimpleConditionEvent.violated(
                            method, "%s does not ask whether its actor may".formatted(name)));
        }
    }

    private static boolean asks(JavaMethod method, Set<JavaMethod> seen) {
        return seen.add(method)
                && method.getMethodCallsFromSelf().stream().anyMatch(call -> asks(call, seen));
    }

    private static boolean asks(JavaMethodCall call, Set<JavaMethod> seen) {
        if (call.getTargetOwner().isEquivalentTo(Access.class)) {
            return Set.of("require", "allows").contains(call.getName());
        }
        Optional<JavaMethod> own =
                call.getTargetOwner().equals(call.getOriginOwner())
                        ? call.getTarget().resolveMember()
                        : Optional.empty();
        return own.filter(method -> asks(method, seen)).isPresent();
    }
}
