package org.freihafen.sandcloud;

import java.time.Duration;

/**
 * What may go wrong between a client and a cloud. Where nothing else is said, the request has no
 * effect.
 */
public sealed interface Fault {

    /** A plain status with a body of that kind of server. */
    record Status(int code, String type, String body) implements Fault {}

    /** The connection ends after so many bytes of the true answer's body; the effect is there. */
    record CutAnswer(int afterBytes) implements Fault {}

    /** The connection ends without an answer, before anything happened. */
    record NoAnswer() implements Fault {}

    /** The request takes effect, then the connection ends without an answer. */
    record LostAnswer() implements Fault {}

    /** The true answer, too late. */
    record Slow(Duration time) implements Fault {}

    static Fault unavailable() {
        return new Status(503, "text/html", "<html><body>Service Unavailable</body></html>");
    }

    /** What a server in maintenance says to OCS and WebDAV alike. */
    static Fault maintenance() {
        return new Status(
                503,
                "application/xml; charset=utf-8",
                """
                <?xml version="1.0" encoding="utf-8"?>
                <d:error xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns">
                  <s:exception>OCA\\DAV\\Exception\\ServerMaintenanceMode</s:exception>
                  <s:message>System is in maintenance mode.</s:message>
                </d:error>
                """);
    }

    /** What WebDAV says to an account that an administrator disabled. */
    static Fault disabled() {
        return new Status(
                503,
                "application/xml; charset=utf-8",
                """
                <?xml version="1.0" encoding="utf-8"?>
                <d:error xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns">
                  <s:exception>Sabre\\DAV\\Exception\\ServiceUnavailable</s:exception>
                  <s:message>OC\\User\\LoginException: Account disabled</s:message>
                </d:error>
                """);
    }

    /** What the Team folders' own pages say to a wrong password; OCS says 997 in JSON. */
    static Fault unauthorisedPage() {
        return new Status(401, "application/json; charset=utf-8", "{\"message\":\"\"}");
    }

    /** What nginx says when PHP does not answer. */
    static Fault badGateway() {
        return new Status(
                502,
                "text/html",
                """
                <html>
                <head><title>502 Bad Gateway</title></head>
                <body>
                <center><h1>502 Bad Gateway</h1></center>
                </body>
                </html>
                """);
    }

    static Fault unauthorised() {
        return new Status(401, "text/xml; charset=UTF-8", ocs(997, "Unauthorised"));
    }

    static Fault tooMany() {
        return new Status(429, "text/xml; charset=UTF-8", ocs(429, "Reached maximum delay"));
    }

    static Fault internalError() {
        return new Status(500, "text/xml; charset=UTF-8", ocs(996, "Internal Server Error"));
    }

    /** A login page where an answer should be, as a proxy or a wrong address gives it. */
    static Fault loginPage() {
        return new Status(
                200,
                "text/html; charset=UTF-8",
                "<!DOCTYPE html><html><head><title>Login</title></head><body>Login</body></html>");
    }

    static Fault locked() {
        return dav(423, "OCA\\DAV\\Connector\\Sabre\\Exception\\FileLocked");
    }

    /** How Nextcloud says "locked" to a MOVE. */
    static Fault lockedException() {
        return dav(500, "OCP\\Lock\\LockedException");
    }

    static Fault full() {
        return dav(507, "Sabre\\DAV\\Exception\\InsufficientStorage");
    }

    private static Fault dav(int status, String exception) {
        return new Status(
                status,
                "application/xml; charset=utf-8",
                """
                <?xml version="1.0" encoding="utf-8"?>
                <d:error xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns">
                  <s:exception>%s</s:exception>
                  <s:message>injected</s:message>
                </d:error>
                """
                        .formatted(exception));
    }

    private static String ocs(int code, String message) {
        return """
        <?xml version="1.0"?>
        <ocs>
         <meta>
          <status>failure</status>
          <statuscode>%d</statuscode>
          <message>%s</message>
         </meta>
         <data/>
        </ocs>
        """
                .formatted(code, message);
    }
}
