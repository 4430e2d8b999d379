package org.freihafen.sandshares;

import org.freihafen.sandsight.SeenGroups.Found;
import org.freihafen.sandsight.Visit;
import org.freihafen.sandtalk.Form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The search for whom to share with. It finds groups; people find no people here. */
final class ShareesSearch {
    private ShareesSearch() {}

    /** The search itself makes the groups that it meets known, even those it does not show. */
    static Map<String, Object> find(Visit visit, Form form) {
        String search = form.text("search").orElse("");
        boolean enumeration = visit.parts().settings().policy().enumeration();
        Optional<String> type = form.text("shareType").or(() -> form.text("shareType[]"));
        List<Map<String, Object>> exact = new ArrayList<>();
        List<Map<String, Object>> wide = new ArrayList<>();
        if (!search.isBlank() && (type.isEmpty() || type.get().equals("1"))) {
            int most =
                    (int) (long) form.number("perPage").filter(n -> n > 0 && n <= 200).orElse(200L);
            for (Found group : visit.parts().groups().search(search, most)) {
                boolean same =
                        group.gid().equalsIgnoreCase(search)
                                || group.name().equalsIgnoreCase(search);
                Map<String, Object> value = new LinkedHashMap<>();
                value.put("shareType", 1);
                value.put("shareWith", group.gid());
                Map<String, Object> found = new LinkedHashMap<>();
                found.put("label", group.name());
                found.put("value", value);
                if (same) {
                    exact.add(found);
                } else if (enumeration) {
                    wide.add(found);
                }
            }
        }
        Map<String, Object> exactly = new LinkedHashMap<>();
        exactly.put("users", List.of());
        exactly.put("groups", exact);
        for (String none : List.of("remotes", "remote_groups", "emails", "circles", "rooms")) {
            exactly.put(none, List.of());
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("exact", exactly);
        data.put("users", List.of());
        data.put("groups", wide);
        for (String none :
                List.of("remotes", "remote_groups", "emails", "lookup", "circles", "rooms")) {
            data.put(none, List.of());
        }
        data.put("lookupEnabled", false);
        return data;
    }
}
