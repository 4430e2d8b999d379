package org.freihafen.cloud.nextcloud;

import com.github.sardine.DavResource;
import com.github.sardine.impl.methods.HttpMkCol;
import com.github.sardine.impl.methods.HttpMove;
import com.github.sardine.impl.methods.HttpPropFind;
import com.github.sardine.impl.methods.HttpSearch;
import com.github.sardine.model.Multistatus;
import com.github.sardine.model.Response;
import com.github.sardine.util.SardineUtil;

import org.apache.http.HttpHeaders;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.methods.HttpPut;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.freihafen.cloud.nextcloud.Session.Cookies;
import org.freihafen.cloud.nextcloud.Session.Repeat;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.TargetUnavailable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The service account's files, by WebDAV. Paths begin with a slash. */
final class Dav {
    private static final Pattern FILE_ID = Pattern.compile("0*([0-9]+).*");
    private static final String NAMESPACES = "xmlns:d=\"DAV:\" xmlns:oc=\"http://owncloud.org/ns\"";
    private static final ContentType PLAIN = ContentType.create("text/plain", "UTF-8");
    private static final ContentType XML = ContentType.create("application/xml", "UTF-8");

    /** Nextcloud takes so many conditions, and answers with so many files (version 35). */
    static final int MOST_SEARCHED = 100;

    private final Session session;

    Dav(Session session) {
        this.session = session;
    }

    /** What became of making a folder or a file, or moving one. */
    enum Done {
        DONE,
        /** Something has that name already. */
        TAKEN,
        /** The folder above, or the one to move, is not there. */
        MISSING
    }

    /** A folder that was made, with its file id. */
    record Made(Done done, Optional<String> fileId) {}

    Made make(String path, Cookies cookies) throws TargetUnavailable, CloudSaidNo {
        Answer answer = session.call(() -> new HttpMkCol(url(path)), cookies, Repeat.ALLOWED);
        return switch (answer.status()) {
            case 201 -> new Made(Done.DONE, answer.fileId().flatMap(Dav::number));
            case 405 -> new Made(Done.TAKEN, Optional.empty());
            case 404, 409 -> new Made(Done.MISSING, Optional.empty());
            default -> throw no(answer, Saying.of("asked.make-folder", path));
        };
    }

    Done move(String from, String to, Cookies cookies) throws TargetUnavailable, CloudSaidNo {
        Answer answer =
                session.call(
                        () -> new HttpMove(url(from), url(to), false), cookies, Repeat.ALLOWED);
        return switch (answer.status()) {
            case 201, 204 -> Done.DONE;
            case 412 -> Done.TAKEN;
            case 404, 409 -> Done.MISSING;
            default -> throw no(answer, Saying.of("asked.move-folder", from));
        };
    }

    Optional<String> fileId(String path) throws TargetUnavailable, CloudSaidNo {
        Answer answer =
                session.call(() -> {
                    HttpPropFind request = new HttpPropFind(url(path));
                    request.setDepth("0");
                    request.setEntity(
                            new StringEntity(
                                    "<d:propfind "
                                            + NAMESPACES
                                            + "><d:prop><oc:fileid/></d:prop></d:propfind>",
                                    XML));
                    return request;
                });
        if (answer.status() == 404) {
            return Optional.empty();
        }
        return resources(answer, Saying.of("asked.look-at", path)).stream()
                .findFirst()
                .map(found -> found.getCustomProps().get("fileid"));
    }

    /** Where the file with this id is now, wherever people moved it. */
    Optional<String> find(String fileId) throws TargetUnavailable, CloudSaidNo {
        return Optional.ofNullable(find(List.of(fileId)).get(fileId));
    }

    /** Where the files with these ids are now; one that is nowhere is not in the answer. */
    Map<String, String> find(List<String> fileIds) throws TargetUnavailable, CloudSaidNo {
        if (fileIds.size() > MOST_SEARCHED) {
            throw new IllegalArgumentException("so many are not searched for at once");
        }
        String wanted =
                fileIds.stream()
                        .map(id ->
                                "<d:eq><d:prop><oc:fileid/></d:prop><d:literal>"
                                        + escaped(id)
                                        + "</d:literal></d:eq>")
                        .collect(Collectors.joining());
        String home = "/files/" + session.cloud().login();
        String query =
                "<d:searchrequest "
                        + NAMESPACES
                        + "><d:basicsearch><d:select><d:prop><oc:fileid/></d:prop></d:select><d:from>"
                        + "<d:scope><d:href>"
                        + escaped(home)
                        + "</d:href><d:depth>infinity</d:depth></d:scope></d:from><d:where>"
                        + (fileIds.size() == 1 ? wanted : "<d:or>" + wanted + "</d:or>")
                        + "</d:where></d:basicsearch></d:searchrequest>";
        Answer answer =
                session.call(
                        () -> {
                            HttpSearch request =
                                    new HttpSearch(session.cloud().url() + "/remote.php/dav/");
                            request.setEntity(
                                    new StringEntity(
                                            query, ContentType.create("text/xml", "UTF-8")));
                            return request;
                        },
                        Cookies.NONE,
                        Repeat.ALLOWED);
        String before = "/remote.php/dav" + home;
        Map<String, String> places = new HashMap<>();
        for (DavResource found : resources(answer, Saying.of("asked.find-folder"))) {
            String path = found.getHref().getPath();
            String id = found.getCustomProps().get("fileid");
            if (id != null && path.contains(before + "/")) {
                String below = path.substring(path.indexOf(before) + before.length());
                places.put(
                        id, below.endsWith("/") ? below.substring(0, below.length() - 1) : below);
            }
        }
        return places;
    }

    Optional<String> read(String path) throws TargetUnavailable, CloudSaidNo {
        Answer answer = session.call(() -> new HttpGet(url(path)));
        return switch (answer.status()) {
            case 200 -> Optional.of(answer.text());
            case 404 -> Optional.empty();
            default -> throw no(answer, Saying.of("asked.read-file", path));
        };
    }

    void write(String path, String text) throws TargetUnavailable, CloudSaidNo {
        Answer answer =
                session.call(() -> {
                    HttpPut request = new HttpPut(url(path));
                    request.setEntity(new StringEntity(text, ContentType.TEXT_PLAIN));
                    return request;
                });
        if (answer.status() != 201 && answer.status() != 204) {
            throw no(answer, Saying.of("asked.write-file", path));
        }
    }

    /**
     * Writes a file that is new; without cookies, as the kept session may not know the workspace.
     */
    Done create(String path, String text) throws TargetUnavailable, CloudSaidNo {
        Answer answer =
                session.call(
                        () -> {
                            HttpPut request = new HttpPut(url(path));
                            request.setHeader(HttpHeaders.IF_NONE_MATCH, "*");
                            request.setEntity(new StringEntity(text, PLAIN));
                            return request;
                        },
                        Cookies.NONE,
                        Repeat.ALLOWED);
        return switch (answer.status()) {
            case 201, 204 -> Done.DONE;
            case 412 -> Done.TAKEN;
            case 404, 409 -> Done.MISSING;
            default -> throw no(answer, Saying.of("asked.write-file", path));
        };
    }

    private List<DavResource> resources(Answer answer, Saying what)
            throws TargetUnavailable, CloudSaidNo {
        try {
            List<DavResource> resources = new ArrayList<>();
            for (Response response : responses(answer, what)) {
                resources.add(new DavResource(response));
            }
            return resources;
        } catch (URISyntaxException e) {
            throw damaged(e);
        }
    }

    /** What an answer says of each place. */
    List<Response> responses(Answer answer, Saying what) throws TargetUnavailable, CloudSaidNo {
        if (answer.status() != 207) {
            throw no(answer, what);
        }
        try {
            Multistatus status =
                    SardineUtil.unmarshal(
                            new ByteArrayInputStream(
                                    answer.text().getBytes(StandardCharsets.UTF_8)));
            return status.getResponse();
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    private TargetUnavailable damaged(Exception e) {
        return new TargetUnavailable(Saying.of("cloud.damaged", session.cloud().name()), e);
    }

    String url(String path) {
        return session.cloud().url()
                + "/remote.php/dav/files/"
                + Ocs.segment(session.cloud().login())
                + Arrays.stream(path.split("/", -1))
                        .map(Ocs::segment)
                        .collect(Collectors.joining("/"));
    }

    private static Optional<String> number(String header) {
        Matcher matcher = FILE_ID.matcher(header);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private CloudSaidNo no(Answer answer, Saying what) throws TargetUnavailable {
        if (answer.status() >= 500 && answer.status() != 507) {
            throw new TargetUnavailable(
                    Saying.of("cloud.failed", session.cloud().name(), answer.status()).with(what));
        }
        String cloud = session.cloud().name();
        int code = answer.status();
        Saying why =
                switch (code) {
                    case 400 -> Saying.of("cloud.name-not-allowed", cloud, code);
                    case 403, 404 -> Saying.of("cloud.may-not-write", cloud, code);
                    case 507 -> Saying.of("cloud.full", cloud, code);
                    default -> Saying.of("cloud.refused", cloud, code);
                };
        return new CloudSaidNo(code, why.with(what));
    }
}
