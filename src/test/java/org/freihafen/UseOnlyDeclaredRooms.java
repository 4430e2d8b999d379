package org.freihafen;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Every dependency on another room stands in the {@link Room} declaration of one's own. */
final class UseOnlyDeclaredRooms extends ArchCondition<JavaClass> {

    private final Layout layout;
    private final Map<String, Set<String>> mayUse = new HashMap<>();

    UseOnlyDeclaredRooms(String root) {
        super("use only the rooms that their own room declares");
        layout = new Layout(root);
    }

    @Override
    public void init(Collection<JavaClass> all) {
        for (var each : all) {
            each.tryGetAnnotationOfType(Room.class)
                    .ifPresent(room ->
                            mayUse.put(layout.roomOf(each).orElseThrow(), Set.of(room.mayUse())));
        }
    }

    @Override
    public void check(JavaClass user, ConditionEvents events) {
        var own = layout.roomOf(user).orElseThrow();
        for (var dependency : user.getDirectDependenciesFromSelf()) {
            layout.roomOf(dependency.getTargetClass().getBaseComponentType())
                    .filter(used -> !used.equals(own))
                    .filter(used -> !mayUse.getOrDefault(own, Set.of()).contains(used))
                    .ifPresent(used ->
                            events.add(
                                    SimpleConditionEvent.violated(
                                            dependency,
                                            "room '%s' does not declare '%s': %s"
                                                    .formatted(
                                                            own,
                                                            used,
                                                            dependency.getDescription()))));
        }
    }
}
