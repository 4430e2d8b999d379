package org.freihafen;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import org.jspecify.annotations.NullMarked;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** A room declares itself; an adapter package does not; nothing lies deeper; all is null-marked. */
final class StandInARoom extends ArchCondition<JavaClass> {

    private final Layout layout;
    private final Map<String, JavaClass> packageInfos = new HashMap<>();

    StandInARoom(String root) {
        super("stand in a declared room, or in an adapter package of one");
        layout = new Layout(root);
    }

    @Override
    public void init(Collection<JavaClass> all) {
        for (var each : all) {
            if (each.getSimpleName().equals("package-info")) {
                packageInfos.put(each.getPackageName(), each);
            }
        }
    }

    @Override
    public void check(JavaClass occupant, ConditionEvents events) {
        var home = occupant.getPackageName();
        var depth = layout.depthOf(occupant);
        var info = packageInfos.get(home);
        if (depth > 2) {
            violated(events, occupant, "lies deeper than an adapter package in a room");
        } else if (info == null) {
            violated(events, occupant, "stands in a package without package-info");
        } else if (!info.isAnnotatedWith(NullMarked.class)) {
            violated(events, occupant, "stands in a package that is not @NullMarked");
        } else if (depth == 1 && !info.isAnnotatedWith(Room.class)) {
            violated(events, occupant, "stands in a room without a @Room declaration");
        } else if (depth == 2 && info.isAnnotatedWith(Room.class)) {
            violated(events, occupant, "stands in an adapter package that calls itself a room");
        }
    }

    private static void violated(ConditionEvents events, JavaClass occupant, String why) {
        events.add(SimpleConditionEvent.violated(occupant, occupant.getName() + " " + why));
    }
}
