package org.freihafen.words;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.groups.PersonSet;
import org.freihafen.ids.UnitId;
import org.freihafen.reach.Difference;
import org.freihafen.reach.Difference.Shift;
import org.freihafen.reshape.Consequences;
import org.freihafen.reshape.Reshape;
import org.freihafen.reshape.RestorableFor;
import org.freihafen.structure.Ending;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.Units;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.FolderRef;
import org.freihafen.workspaces.Workspaces;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What comes of a change, in plain words. */
@Dependent
public class ConsequenceLines {
    private final Units units;
    private final Workspaces workspaces;
    private final RestorableFor restorable;
    private final Clock clock;

    @Inject
    public ConsequenceLines(
            Units units, Workspaces workspaces, RestorableFor restorable, Clock clock) {
        this.units = units;
        this.workspaces = workspaces;
        this.restorable = restorable;
        this.clock = clock;
    }

    /** What happens to the unit, its people, files and grants. */
    public List<String> of(Consequences shown, Words words) {
        String name = shown.unit().name();
        List<String> lines = new ArrayList<>();
        switch (shown.reshape()) {
            case Reshape.Move(_, UnitId under) ->
                    lines.add(words.say("shape.move", name, name(under)));
            case Reshape.Merge _ -> lines.addAll(merger(shown, words));
            case Reshape.Dissolve(UnitId unit) -> {
                Ending ending = Ending.dissolved(unit, LocalDate.now(clock));
                lines.add(words.say("shape.dissolve", name));
                lines.add(words.say("shape.dissolve.until", words.day(restorable.lastDay(ending))));
                if (shown.guests().size() > 0) {
                    lines.add(words.say("shape.dissolve.guests", shown.guests().size(), name));
                }
            }
            case Reshape.Restore _ -> lines.add(words.say("shape.restore", name));
        }
        if (!shown.ending().isEmpty()) {
            lines.add(words.say("shape.ending", shown.ending().size()));
        }
        lines.add(total(shown.difference(), words));
        return lines;
    }

    private static List<String> merger(Consequences shown, Words words) {
        String name = shown.unit().name();
        String heir = shown.heir().map(Unit::name).orElse("");
        List<String> lines = new ArrayList<>();
        lines.add(words.say("shape.merge", name, heir, shown.unit().key().value()));
        lines.add(words.say("shape.merge.people", shown.moving().size(), heir));
        if (shown.guests().size() > 0) {
            lines.add(words.say("shape.merge.guests", shown.guests().size(), name, heir));
        }
        lines.add(words.say("shape.merge.folders", name, heir));
        if (!shown.waiting().isEmpty()) {
            lines.add(words.say("shape.merge.waiting", shown.waiting().size(), name));
        }
        if (!shown.below().isEmpty()) {
            String below = shown.below().stream().map(Unit::name).collect(Collectors.joining(", "));
            lines.add(words.say("shape.merge.below", below, heir));
        }
        return lines;
    }

    /** How many gain and lose anything at all. */
    public static String total(Difference difference, Words words) {
        return difference.isNothing()
                ? words.say("shape.nothing")
                : words.say("shape.total", difference.gaining().size(), difference.losing().size());
    }

    /** One sentence for each folder that anybody gains or loses. */
    public List<String> of(Difference difference, Words words) {
        Structure structure = units.structure();
        return difference.shifts().stream()
                .map(shift ->
                        words.say(
                                "shape.shift",
                                place(shift.folder(), structure, words),
                                counted(shift, words)))
                .toList();
    }

    /** How many in all, then folder by folder. */
    public List<String> all(Difference difference, Words words) {
        List<String> all = new ArrayList<>(List.of(total(difference, words)));
        all.addAll(of(difference, words));
        return all;
    }

    private static String counted(Shift shift, Words words) {
        List<String> parts = new ArrayList<>();
        count("shape.gaining", shift.gaining(), words, parts);
        count("shape.losing", shift.losing(), words, parts);
        count("shape.more", shift.allowedMore(), words, parts);
        count("shape.less", shift.allowedLess(), words, parts);
        return String.join(", ", parts);
    }

    private static void count(String key, PersonSet people, Words words, List<String> parts) {
        if (people.size() > 0) {
            parts.add(words.say(key, people.size()));
        }
    }

    /** What the folder is called, and whose it is. */
    public String place(FolderRef ref, Structure structure, Words words) {
        String unit = structure.byId(ref.workspace()).map(Unit::name).orElse("");
        Optional<Folder> folder = ref.folder().flatMap(workspaces::folder);
        return folder.map(found -> words.say("reach.place", found.path(), unit)).orElse(unit);
    }

    private String name(UnitId unit) {
        return units.byId(unit).map(Unit::name).orElse("");
    }
}
