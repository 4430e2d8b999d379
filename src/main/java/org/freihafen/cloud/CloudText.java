package org.freihafen.cloud;

import org.freihafen.cloud.CloudObject.FolderObject;
import org.freihafen.cloud.CloudObject.ShareObject;
import org.freihafen.cloud.CloudObject.WorkspaceObject;
import org.freihafen.groups.GroupId;
import org.freihafen.ids.UnitId;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** An object as a few lines of text, for one column of a table; names hold no line breaks. */
public final class CloudText {
    private CloudText() {}

    public static String write(CloudObject object) {
        return switch (object) {
            case WorkspaceObject(var name, var groups, var served) -> {
                StringBuilder text = new StringBuilder("workspace\n" + name + "\n" + served);
                groups.forEach((group, bits) -> text.append("\n" + group + "=" + bits));
                yield text.toString();
            }
            case FolderObject(var workspace, var path) -> "folder\n" + workspace + "\n" + path;
            case ShareObject(var permissions, var until) ->
                    "share\n" + permissions + "\n" + until.map(LocalDate::toString).orElse("");
        };
    }

    /**
     * Reads what {@link #write} makes.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static CloudObject read(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length < 3) {
            throw new IllegalArgumentException("not an object of the cloud: " + text);
        }
        return switch (lines[0]) {
            case "workspace" -> {
                SortedMap<GroupId, Integer> groups = new TreeMap<>();
                for (int i = 3; i < lines.length; i++) {
                    int equals = lines[i].indexOf('=');
                    groups.put(
                            GroupId.of(lines[i].substring(0, equals)),
                            Integer.valueOf(lines[i].substring(equals + 1)));
                }
                yield new WorkspaceObject(lines[1], groups, Boolean.parseBoolean(lines[2]));
            }
            case "folder" -> new FolderObject(UnitId.of(lines[1]), lines[2]);
            case "share" ->
                    new ShareObject(
                            Integer.parseInt(lines[1]),
                            lines[2].isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(LocalDate.parse(lines[2])));
            default -> throw new IllegalArgumentException("not an object of the cloud: " + text);
        };
    }
}
