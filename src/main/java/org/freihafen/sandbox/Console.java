package org.freihafen.sandbox;

/** What the sandbox says to whoever started it. */
final class Console {
    private Console() {}

    static void say(String line) {
        System.out.println(line);
    }

    static void tour(String address) {
        System.out.println(
                """

                The sandbox is loaded: %s
                Everybody's password is "%s".

                  admin        administrator: watches the runs, uploads the structure, gives duties
                  office       member office: uploads the roster, reads its plan, approves it
                  lead         leads AG Umwelt: invites, makes folders, grants them to other units;
                               sits on the board of Saxony
                  member       belongs to AG Umwelt and edits its files
                  guest-group  belongs to AG Verkehr, to which nothing was granted yet

                A short tour:
                  1. Sign in as lead, open AG Umwelt, make the folder "Protokolle".
                  2. Grant it to AG Verkehr, for reading.
                  3. Sign in as guest-group: the folder stands under "my files".
                     Or open the file cloud with any WebDAV client:
                     %scloud/remote.php/webdav/ as guest-group.
                  4. The board's own folder lies on a second cloud that lets nobody else in:
                     %scloud-board/remote.php/webdav/ as lead.
                  5. Sign in as admin and look at the runs that brought it there.

                LDAP answers on 127.0.0.1, base dc=example,dc=org. Ctrl-C ends the sandbox; a second
                start keeps all data.
                """
                        .formatted(address, Tour.PASSWORD, address, address));
    }
}
