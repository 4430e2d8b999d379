package org.freihafen.sandcloud;

import org.freihafen.sandfiles.Fact.Node;
import org.freihafen.sandfiles.FileTree;
import org.freihafen.sandsight.Accounts.Visitor;
import org.freihafen.sandsight.CloudParts;
import org.freihafen.sandsight.CloudSettings;
import org.freihafen.sandsight.FileNames;
import org.freihafen.sandsight.Mount;
import org.freihafen.sandsight.Visit;
import org.freihafen.sandtalk.CloudRequest;
import org.freihafen.sandtalk.CloudResponse;
import org.freihafen.sandtalk.Json;
import org.freihafen.sandtalk.OcsAnswer;
import org.freihafen.sandtalk.Refusal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the cloud says about itself and about who is signed in, and app passwords. */
final class AccountHandler {
    static final String VERSION = "31.0.2";

    static CloudResponse status() {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("installed", true);
        status.put("maintenance", false);
        status.put("needsDbUpgrade", false);
        status.put("version", VERSION + ".1");
        status.put("versionstring", VERSION);
        status.put("edition", "");
        status.put("productname", "Freihafen's embedded file cloud");
        status.put("extendedSupport", false);
        return CloudResponse.text(200, "application/json", Json.write(status));
    }

    OcsAnswer capabilities(Optional<Visit> visit, CloudRequest request, CloudParts parts) {
        Map<String, Object> version = new LinkedHashMap<>();
        version.put("major", 31);
        version.put("minor", 0);
        version.put("micro", 2);
        version.put("string", VERSION);
        version.put("edition", "");
        version.put("extendedSupport", false);
        Map<String, Object> capabilities = new LinkedHashMap<>();
        capabilities.put(
                "bruteforce",
                ordered(
                        "delay",
                        parts.bruteForce().delay(request.address()).toMillis(),
                        "allow-listed",
                        parts.settings().signIn().allowListed()));
        visit.ifPresent(known -> capabilities.putAll(whenSignedIn(known)));
        return OcsAnswer.ok(ordered("version", version, "capabilities", capabilities));
    }

    OcsAnswer user(Visit visit) {
        CloudParts parts = visit.parts();
        boolean local = visit.administersTeamFolders();
        String name = parts.accounts().displayName(visit.uid()).orElse(visit.uid());
        Map<String, Object> quota =
                parts.store()
                        .read(state -> {
                            Node home = visit.sight(state).top().node();
                            long free = parts.tree().free(state, home.id());
                            long whole = parts.tree().quota(state, home.id());
                            long total = whole < 0 ? FileTree.UNLIMITED : whole;
                            return ordered(
                                    "free",
                                    free,
                                    "used",
                                    home.size(),
                                    "total",
                                    total,
                                    "relative",
                                    0,
                                    "quota",
                                    total);
                        });
        Map<String, Object> user = new LinkedHashMap<>();
        user.put("enabled", true);
        user.put("id", visit.uid());
        user.put("backend", local ? "Database" : "LDAP");
        user.put("subadmin", List.of());
        user.put("quota", quota);
        user.put("email", Optional.empty());
        user.put("displayname", name);
        user.put("display-name", name);
        user.put("groups", List.copyOf(visit.gids()));
        user.put("language", "de");
        user.put("locale", "");
        user.put("backendCapabilities", ordered("setDisplayName", false, "setPassword", false));
        return OcsAnswer.ok(user);
    }

    OcsAnswer newAppPassword(Visit visit) {
        Visitor visitor = visit.visitor();
        if (!visitor.appPassword().isEmpty()) {
            throw Refusal.ocs(403, "You cannot request an new apppassword with an apppassword");
        }
        String label = visit.request().header("user-agent").orElse("unknown");
        return OcsAnswer.ok(Map.of("apppassword", visit.parts().accounts().issue(visitor, label)));
    }

    OcsAnswer endAppPassword(Visit visit) {
        if (visit.visitor().appPassword().isEmpty()) {
            throw Refusal.ocs(403, "no app password in use");
        }
        visit.parts().accounts().revoke(visit.visitor());
        return OcsAnswer.ok(List.of());
    }

    private static Map<String, Object> whenSignedIn(Visit visit) {
        CloudSettings.Policy policy = visit.parts().settings().policy();
        boolean teamFolders =
                visit.parts()
                        .store()
                        .read(state ->
                                visit.sight(state).mounts().stream()
                                        .anyMatch(Mount.Team.class::isInstance));
        Map<String, Object> outward = ordered("enabled", policy.outward());
        Map<String, Object> sharing = new LinkedHashMap<>();
        sharing.put("api_enabled", true);
        sharing.put("public", outward);
        sharing.put("resharing", policy.resharing());
        sharing.put("user", ordered("send_mail", false, "expire_date", ordered("enabled", true)));
        sharing.put("group_sharing", true);
        sharing.put("group", ordered("enabled", true, "expire_date", ordered("enabled", true)));
        sharing.put("default_permissions", Mount.ALL);
        sharing.put("federation", ordered("outgoing", policy.outward(), "incoming", false));
        sharing.put("sharee", ordered("query_lookup_default", false, "always_show_unique", true));
        sharing.put("sharebymail", outward);
        Map<String, Object> files = new LinkedHashMap<>();
        files.put("blacklisted_files", FileNames.RESERVED);
        files.put("forbidden_filenames", FileNames.RESERVED);
        files.put("forbidden_filename_basenames", List.of());
        files.put("forbidden_filename_characters", List.of("\\", "/"));
        files.put("forbidden_filename_extensions", FileNames.RESERVED_ENDINGS);
        files.put("bigfilechunking", true);
        files.put("undelete", true);
        files.put("versioning", false);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("core", ordered("pollinterval", 60, "webdav-root", "remote.php/webdav"));
        all.put("files", files);
        all.put("dav", ordered("chunking", "1.0"));
        all.put("files_sharing", sharing);
        all.put("groupfolders", ordered("appVersion", "19.1.20", "hasGroupFolders", teamFolders));
        return all;
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        return map;
    }
}
