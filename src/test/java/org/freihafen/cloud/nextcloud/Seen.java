package org.freihafen.cloud.nextcloud;

import com.github.sardine.DavResource;
import com.github.sardine.model.Multistatus;
import com.github.sardine.model.Response;
import com.github.sardine.util.SardineUtil;

import org.freihafen.shares.Permission;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What somebody finds in their files, asked for by WebDAV with their own password: what they may do
 * with each folder, by its file id. A folder that is there twice allows what either does.
 */
record Seen(Map<String, Set<Permission>> folders) {
    private static final String ASKED =
            """
            <d:propfind xmlns:d="DAV:" xmlns:oc="http://owncloud.org/ns">
            <d:prop><d:resourcetype/><oc:fileid/><oc:permissions/></d:prop>
            </d:propfind>
            """;
    private static final Map<Permission, String> LETTERS =
            Map.of(
                    Permission.READ, "G",
                    Permission.EDIT, "NV",
                    Permission.CREATE, "CK",
                    Permission.DELETE, "D");

    static Seen by(URI cloud, String login, String password) throws Exception {
        return by(cloud, login, login, password);
    }

    /** With the id of an account that signs in by another name. */
    static Seen by(URI cloud, String id, String login, String password) throws Exception {
        String basic =
                Base64.getEncoder()
                        .encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(cloud + "/remote.php/dav/files/" + id + "/"))
                        .version(HttpClient.Version.HTTP_1_1)
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/xml")
                        .header("Depth", "infinity")
                        .method("PROPFIND", HttpRequest.BodyPublishers.ofString(ASKED))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return read(client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
        }
    }

    private static Seen read(byte[] body) throws IOException {
        Multistatus status = SardineUtil.unmarshal(new ByteArrayInputStream(body));
        Seen seen = new Seen(new HashMap<>());
        List<Response> responses = status.getResponse();
        for (int i = 1; i < responses.size(); i++) {
            try {
                seen.note(new DavResource(responses.get(i)));
            } catch (java.net.URISyntaxException e) {
                throw new IOException(e);
            }
        }
        return seen;
    }

    private void note(DavResource found) {
        Map<String, String> properties = found.getCustomProps();
        if (found.isDirectory()) {
            folders.computeIfAbsent(
                            properties.getOrDefault("fileid", ""),
                            _ -> EnumSet.noneOf(Permission.class))
                    .addAll(allowed(properties.getOrDefault("permissions", "")));
        }
    }

    private static Set<Permission> allowed(String letters) {
        Set<Permission> allowed = EnumSet.noneOf(Permission.class);
        LETTERS.forEach((permission, letter) -> {
            if (letters.contains(letter)) {
                allowed.add(permission);
            }
        });
        return allowed;
    }
}
