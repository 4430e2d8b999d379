package org.freihafen.cloud;

import org.freihafen.cloud.CloudObject.DeletedFolderObject;
import org.freihafen.cloud.CloudObject.FolderObject;
import org.freihafen.cloud.CloudObject.Lock;
import org.freihafen.cloud.CloudObject.PersonalShareObject;
import org.freihafen.cloud.CloudObject.RulesObject;
import org.freihafen.cloud.CloudObject.ShareObject;
import org.freihafen.cloud.CloudObject.StrayShareObject;
import org.freihafen.cloud.CloudObject.StrayWorkspaceObject;
import org.freihafen.cloud.CloudObject.WorkspaceObject;
import org.freihafen.groups.GroupId;
import org.freihafen.ids.UnitId;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** An object as a few lines of text, for one column of a table; names hold no line breaks. */
public final class CloudText {
    private static final String STRANGER = "?";

    private CloudText() {}

    public static String write(CloudObject object) {
        return switch (object) {
            case WorkspaceObject(var name, var groups, var served, var strangers) -> {
                StringBuilder text = new StringBuilder("workspace\n" + name + "\n" + served);
                groups.forEach((group, bits) -> text.append("\n" + group + "=" + bits));
                strangers.forEach((gid, bits) -> text.append("\n" + STRANGER + gid + "=" + bits));
                yield text.toString();
            }
            case FolderObject(var workspace, var path) -> "folder\n" + workspace + "\n" + path;
            case DeletedFolderObject(var workspace, var path) ->
                    "deleted-folder\n" + workspace + "\n" + path;
            case RulesObject(var groups) -> {
                StringBuilder text = new StringBuilder("rules\n");
                groups.forEach((group, bits) -> text.append("\n" + group + "=" + bits));
                yield groups.isEmpty() ? text.append("\n").toString() : text.toString();
            }
            case PersonalShareObject share -> PersonalShareText.write(share);
            case StrayWorkspaceObject _, StrayShareObject _ ->
                    throw new IllegalArgumentException("strays are not kept: " + object);
            case ShareObject(var permissions, var until, var lock, _) ->
                    "share\n"
                            + permissions
                            + "\n"
                            + until.map(LocalDate::toString).orElse("")
                            + (lock == Lock.OPEN ? "" : "\n" + lock);
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
                SortedMap<String, Integer> strangers = new TreeMap<>();
                for (int i = 3; i < lines.length; i++) {
                    int equals = lines[i].lastIndexOf('=');
                    Integer bits = Integer.valueOf(lines[i].substring(equals + 1));
                    if (lines[i].startsWith(STRANGER)) {
                        strangers.put(lines[i].substring(STRANGER.length(), equals), bits);
                    } else {
                        groups.put(GroupId.of(lines[i].substring(0, equals)), bits);
                    }
                }
                yield new WorkspaceObject(
                        lines[1], groups, Boolean.parseBoolean(lines[2]), strangers);
            }
            case "folder" -> new FolderObject(UnitId.of(lines[1]), lines[2]);
            case "deleted-folder" -> new DeletedFolderObject(UnitId.of(lines[1]), lines[2]);
            case "rules" -> {
                SortedMap<GroupId, Integer> groups = new TreeMap<>();
                for (int i = 2; i < lines.length && !lines[i].isEmpty(); i++) {
                    int equals = lines[i].lastIndexOf('=');
                    groups.put(
                            GroupId.of(lines[i].substring(0, equals)),
                            Integer.valueOf(lines[i].substring(equals + 1)));
                }
                yield new RulesObject(groups);
            }
            case PersonalShareText.NAME -> PersonalShareText.read(lines);
            case "share" ->
                    new ShareObject(
                            Integer.parseInt(lines[1]),
                            lines[2].isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(LocalDate.parse(lines[2])),
                            lines.length > 3 ? Lock.valueOf(lines[3]) : Lock.OPEN);
            default -> throw new IllegalArgumentException("not an object of the cloud: " + text);
        };
    }
}
