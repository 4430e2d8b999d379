package org.freihafen.sandcloud;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.sandsight.CloudSettings;
import org.freihafen.sandsight.CloudSettings.ServiceAccount;
import org.freihafen.sandsight.ScriptedUsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/**
 * From an empty cloud to a shared, taken-over and archived folder, as a real server answered it.
 */
class WorkspaceFlowTest {
    private static final String FOLDERS = "/index.php/apps/groupfolders/folders";
    private static final String SHARES = "/ocs/v2.php/apps/files_sharing/api/v1/shares";
    private static final String WORKSPACE = "AG%20Umwelt%20%28Ablauf%29";
    private static final String[] PROPERTIES = {
        "d:getetag",
        "d:resourcetype",
        "oc:fileid",
        "oc:permissions",
        "oc:share-types",
        "nc:sharees",
        "nc:mount-type",
        "nc:group-folder-id"
    };

    @TempDir Path directory;
    private EmbeddedCloudServer server;
    private Caller svc;
    private Caller nils;
    private Caller paul;

    @BeforeEach
    void start() throws IOException {
        ScriptedUsers users =
                new ScriptedUsers()
                        .person("nils", "geheim", "Nils Beispiel")
                        .person("paul", "geheim", "Paul Beispiel")
                        .person("quirin", "geheim", "Quirin Beispiel")
                        .group("ag-umwelt", "ag-umwelt", "nils")
                        .group("ag-digital", "ag-digital", "paul");
        server =
                EmbeddedCloudServer.start(
                        CloudSettings.sandbox(directory)
                                .with(List.of(new ServiceAccount("svc", "SVC", "svc-group"))),
                        users,
                        InstantSource.system());
        svc = new Caller(server.address(), "svc", server.servicePassword());
        nils = new Caller(server.address(), "nils", "geheim");
        paul = new Caller(server.address(), "paul", "geheim");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void a_workspace_lives_as_it_does_on_a_real_server() {
        HttpResponse<String> made = svc.ocs("POST", FOLDERS, "mountpoint=freihafen-0192f7c2-5d1e");
        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(made.body())
                .contains("\"statuscode\":100", "\"mount_point\":\"freihafen-0192f7c2-5d1e\"")
                .contains("\"groups\":[]", "\"quota\":-3", "\"group_details\":[]");
        ok(svc.ocs("POST", FOLDERS + "/1/groups", "group=svc-group"));
        ok(svc.ocs("POST", FOLDERS + "/1/groups", "group=ag-umwelt"));
        ok(svc.ocs("POST", FOLDERS + "/1/groups/ag-umwelt", "permissions=15"));
        ok(svc.ocs("POST", FOLDERS + "/1/quota", "quota=1073741824"));
        ok(svc.ocs("POST", FOLDERS + "/1/mountpoint", "mountpoint=AG+Umwelt+%28Ablauf%29"));
        assertThat(svc.ocs("GET", FOLDERS + "/1", "").body())
                .contains("\"mount_point\":\"AG Umwelt (Ablauf)\"", "\"quota\":1073741824")
                .contains("\"ag-umwelt\":15", "\"svc-group\":31");

        HttpResponse<String> folder = svc.send("MKCOL", dav("svc", "/Protokolle"), "");
        assertThat(folder.statusCode()).isEqualTo(201);
        assertThat(folder.headers().firstValue("OC-FileId")).isPresent();
        assertThat(svc.send("MKCOL", dav("svc", "/Protokolle"), "").statusCode()).isEqualTo(405);

        HttpResponse<String> seen = nils.propfind(dav("nils", "/"), 1, PROPERTIES);
        assertThat(seen.statusCode()).isEqualTo(207);
        assertThat(seen.body())
                .contains("<oc:permissions>MGDNVCK</oc:permissions>")
                .contains("<nc:mount-type>group</nc:mount-type>")
                .contains("<nc:group-folder-id>1</nc:group-folder-id>")
                .contains("/nils/AG%20Umwelt%20(Ablauf)/Protokolle/</d:href>");
        assertThat(paul.propfind(dav("paul", "/"), 0, PROPERTIES).statusCode()).isEqualTo(404);
        assertThat(svc.ocs("GET", "/ocs/v2.php/cloud/groups/details?search=ag", "").statusCode())
                .isEqualTo(403);

        server.users().group("ag-neu", "ag-neu", "paul");
        String share =
                "path=%2FAG+Umwelt+%28Ablauf%29%2FProtokolle&shareType=1&shareWith=ag-neu"
                        + "&permissions=1&expireDate=2099-06-30&note=Zusammenarbeit";
        HttpResponse<String> unseen = svc.ocs("POST", SHARES, share);
        assertThat(unseen.statusCode()).isEqualTo(404);
        assertThat(unseen.body()).contains("Please specify a valid group");
        String sharees = "/ocs/v2.php/apps/files_sharing/api/v1/sharees?itemType=folder&search=";
        assertThat(svc.ocs("GET", sharees + "ag-neu&lookup=false", "").body())
                .contains("\"label\":\"ag-neu\"", "\"shareWith\":\"ag-neu\"");

        HttpResponse<String> granted = svc.ocs("POST", SHARES, share);
        assertThat(granted.statusCode()).isEqualTo(200);
        assertThat(granted.body())
                .contains("\"id\":\"1\"", "\"permissions\":1", "\"uid_owner\":\"svc\"")
                .contains("\"expiration\":\"2099-06-30 00:00:00\"", "\"note\":\"Zusammenarbeit\"")
                .contains("\"path\":\"/AG Umwelt (Ablauf)/Protokolle\"", "\"item_permissions\":31")
                .contains("\"mail_send\":1", "\"file_target\":\"/Protokolle\"");
        HttpResponse<String> again = svc.ocs("POST", SHARES, share.replace("=1&exp", "=15&exp"));
        assertThat(again.body()).contains("\"id\":\"1\"", "\"permissions\":1,", "\"mail_send\":0");
        assertThat(svc.ocs("PUT", SHARES + "/1", "permissions=15").body())
                .contains("\"permissions\":15");

        String received = "/remote.php/dav/files/paul/Protokolle/";
        assertThat(paul.propfind(received, 0, PROPERTIES).body())
                .contains("<oc:permissions>SGDNVCK</oc:permissions>")
                .contains("<oc:share-types><oc:share-type>1</oc:share-type></oc:share-types>")
                .contains("<nc:mount-type>shared</nc:mount-type>")
                .contains("<nc:group-folder-id/></d:prop><d:status>HTTP/1.1 404 Not Found");
        assertThat(paul.ocs("GET", SHARES + "?shared_with_me=true&path=/Protokolle", "").body())
                .contains("\"id\":\"1\"", "\"can_edit\":false", "\"item_permissions\":15")
                .contains("\"is-mount-root\":true", "\"mount-type\":\"shared\"");

        String person =
                "path=%2FAG+Umwelt+%28Ablauf%29%2FVon+Hand&shareType=0&shareWith=quirin"
                        + "&permissions=1";
        assertThat(nils.ocs("POST", SHARES, person.replace("Von+Hand", "Protokolle")).body())
                .contains("You are not allowed to share Protokolle");
        ok(svc.ocs("POST", FOLDERS + "/1/groups/ag-umwelt", "permissions=31"));
        assertThat(nils.send("MKCOL", dav("nils", "/Von%20Hand"), "").statusCode()).isEqualTo(201);
        assertThat(nils.ocs("POST", SHARES, person).body())
                .contains("\"id\":\"2\"", "\"uid_owner\":\"nils\"", "\"share_with\":\"quirin\"");
        assertThat(svc.propfind(dav("svc", "/"), 1, PROPERTIES).body())
                .contains("<oc:permissions>RMGDNVCK</oc:permissions>")
                .contains(
                        "<nc:id>quirin</nc:id><nc:display-name>Quirin Beispiel</nc:display-name>");
        String inside = SHARES + "?path=%2FAG+Umwelt+%28Ablauf%29&subfiles=true&reshares=true";
        assertThat(svc.ocs("GET", inside, "").body())
                .contains("\"id\":\"1\"", "\"id\":\"2\"", "\"item_permissions\":11");
        assertThat(svc.ocs("POST", SHARES, person).body())
                .contains("\"id\":\"2\"", "\"uid_owner\":\"nils\"");
        assertThat(svc.ocs("DELETE", SHARES + "/2", "").statusCode()).isEqualTo(200);
        assertThat(svc.ocs("POST", SHARES, person).body())
                .contains("\"id\":\"3\"", "\"uid_owner\":\"svc\"");

        ok(svc.ocs("POST", FOLDERS + "/1/groups", "group=ag-digital"));
        ok(svc.ocs("POST", FOLDERS + "/1/groups/ag-digital", "permissions=1"));
        assertThat(paul.propfind(dav("paul", "/"), 1, PROPERTIES).body())
                .contains("<oc:permissions>MG</oc:permissions>", "<nc:id>quirin</nc:id>");
        ok(svc.ocs("DELETE", FOLDERS + "/1/groups/ag-digital", ""));
        assertThat(svc.ocs("DELETE", SHARES + "/1", "").body()).contains("\"data\":[]");
        assertThat(paul.propfind(received, 0, PROPERTIES).statusCode()).isEqualTo(404);
        ok(svc.ocs("DELETE", FOLDERS + "/1/groups/ag-umwelt", ""));
        HttpResponse<String> gone = nils.propfind(dav("nils", "/"), 0, PROPERTIES);
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(gone.body())
                .contains("File with name //AG Umwelt (Ablauf) could not be located");
        assertThat(svc.propfind(dav("svc", "/"), 1, PROPERTIES).statusCode()).isEqualTo(207);
    }

    private static void ok(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("\"statuscode\":100", "\"success\":true");
    }

    private static String dav(String uid, String below) {
        return "/remote.php/dav/files/" + uid + "/" + WORKSPACE + below;
    }
}
