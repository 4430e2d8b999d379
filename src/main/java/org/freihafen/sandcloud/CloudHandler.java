package org.freihafen.sandcloud;

import org.freihafen.sanddav.DavHandler;
import org.freihafen.sanddav.FilesHandler;
import org.freihafen.sandlinks.LinkDavHandler;
import org.freihafen.sandlinks.LinkPageHandler;
import org.freihafen.sandshares.ActivityHandler;
import org.freihafen.sandshares.SharesHandler;
import org.freihafen.sandshares.TeamFoldersHandler;
import org.freihafen.sandsight.Accounts;
import org.freihafen.sandsight.Accounts.Visitor;
import org.freihafen.sandsight.CloudParts;
import org.freihafen.sandsight.Visit;
import org.freihafen.sandtalk.CloudRequest;
import org.freihafen.sandtalk.CloudResponse;
import org.freihafen.sandtalk.Multistatus;
import org.freihafen.sandtalk.OcsAnswer;
import org.freihafen.sandtalk.OcsAnswer.Version;
import org.freihafen.sandtalk.Refusal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;

/** The cloud's front door: who asks, for which part, and in which form a "no" is said there. */
final class CloudHandler {
    private static final Logger LOG = System.getLogger(CloudHandler.class.getName());
    private static final String TEAM_FOLDERS = "/index.php/apps/groupfolders";
    private static final String INVALID =
            "Invalid query, please check the syntax. API specifications are here:"
                    + " http://www.freedesktop.org/wiki/Specifications/open-collaboration-services.\n";

    private final CloudParts parts;
    private final DavHandler dav = new DavHandler();
    private final LinkDavHandler linkDav = new LinkDavHandler();
    private final LinkPageHandler linkPages = new LinkPageHandler();
    private final SharesHandler shares = new SharesHandler();
    private final ActivityHandler activities = new ActivityHandler();
    private final TeamFoldersHandler teamFolders = new TeamFoldersHandler();
    private final AccountHandler account = new AccountHandler();

    CloudHandler(CloudParts parts) {
        this.parts = parts;
    }

    CloudResponse answer(CloudRequest request) throws IOException {
        if (request.path().equals("/status.php")) {
            return AccountHandler.status();
        }
        if (request.under(LinkDavHandler.PREFIX)) {
            return answerDav(request, () -> linkDav.answer(request, parts));
        }
        if (request.under(LinkPageHandler.PREFIX)) {
            return answerDav(request, () -> linkPages.answer(request, parts));
        }
        if (request.under("/remote.php/dav") || request.under("/remote.php/webdav")) {
            return answerDav(request, () -> signedIn(request));
        }
        if (request.under("/ocs/v2.php")) {
            return answerOcs(request, "/ocs/v2.php", Version.SECOND);
        }
        if (request.under("/ocs/v1.php")) {
            return answerOcs(request, "/ocs/v1.php", Version.FIRST);
        }
        if (request.under(TEAM_FOLDERS)) {
            return answerOcs(request, TEAM_FOLDERS, Version.FIRST);
        }
        return CloudResponse.text(404, "text/html; charset=UTF-8", "<h1>404</h1>\n");
    }

    /** What is tried for an answer. */
    @FunctionalInterface
    private interface Attempt {
        CloudResponse answer() throws IOException;
    }

    private CloudResponse signedIn(CloudRequest request) throws IOException {
        Visitor visitor = parts.accounts().admit(request).orElseThrow(Accounts::unauthorised);
        return dav.answer(Visit.begin(request, visitor, parts));
    }

    private static CloudResponse answerDav(CloudRequest request, Attempt attempt)
            throws IOException {
        try {
            return attempt.answer();
        } catch (Refusal refusal) {
            CloudResponse response = Multistatus.error(refusal);
            return refusal.status() == 405 ? response.with("Allow", FilesHandler.ALLOW) : response;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the embedded cloud failed at a " + request.method(), e);
            return Multistatus.error(new Refusal(500, "Exception", "Internal Server Error"));
        }
    }

    private CloudResponse answerOcs(CloudRequest request, String prefix, Version version)
            throws IOException {
        try {
            Optional<Visitor> visitor = parts.accounts().admit(request);
            if (request.header("ocs-apirequest").isEmpty()) {
                return CloudResponse.text(
                        412,
                        "application/json; charset=utf-8",
                        "{\"message\":\"CSRF check failed\"}");
            }
            List<String> path = request.below(prefix);
            Optional<Visit> visit = visitor.map(known -> Visit.begin(request, known, parts));
            return route(request, prefix, path, visit).form(request, version);
        } catch (Refusal refusal) {
            return refused(request, version, refusal);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the embedded cloud failed at a " + request.method(), e);
            return OcsAnswer.alwaysXml(500, 996, "Internal Server Error\n");
        }
    }

    private OcsAnswer route(
            CloudRequest request, String prefix, List<String> path, Optional<Visit> visit)
            throws IOException {
        String way = request.method() + " " + String.join("/", path);
        if (!prefix.equals(TEAM_FOLDERS) && way.equals("GET cloud/capabilities")) {
            return account.capabilities(visit, request, parts);
        }
        Visit known = visit.orElseThrow(Accounts::unauthorised);
        if (prefix.equals(TEAM_FOLDERS)) {
            return teamFolders.answer(known, path);
        }
        if (path.size() >= 5
                && path.subList(0, 4).equals(List.of("apps", "files_sharing", "api", "v1"))) {
            return shares.answer(known, path.subList(4, path.size()));
        }
        if (path.size() > 5
                && path.subList(0, 5)
                        .equals(List.of("apps", "activity", "api", "v2", "activity"))) {
            return activities.answer(known, path.subList(5, path.size()));
        }
        return switch (way) {
            case "GET cloud/user" -> account.user(known);
            case "GET core/getapppassword" -> account.newAppPassword(known);
            case "DELETE core/apppassword" -> account.endAppPassword(known);
            case "GET cloud/groups", "GET cloud/groups/details", "GET cloud/users" ->
                    throw Refusal.ocs(403, "Logged in account must be at least a sub admin");
            default -> throw new Refusal(998, "OCS", INVALID);
        };
    }

    private static CloudResponse refused(CloudRequest request, Version version, Refusal refusal) {
        return switch (refusal.status()) {
            case 401 -> OcsAnswer.alwaysXml(401, 997, "Unauthorised");
            case 429 -> OcsAnswer.alwaysXml(429, 429, "Reached maximum delay");
            case 998 -> OcsAnswer.alwaysXml(404, 998, INVALID);
            case 405, 413 -> OcsAnswer.alwaysXml(refusal.status(), refusal.status(), "");
            default -> OcsAnswer.refused(refusal).form(request, version);
        };
    }
}
