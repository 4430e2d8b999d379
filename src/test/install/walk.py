"""Walks through docs/install.md: runs its blocks of commands in one shell, and looks in between.

walk.py DOCUMENT                runs it
walk.py --look HEADING NUMBER   looks at what the block with that number under that heading did
"""

import http.cookiejar
import json
import os
import re
import ssl
import subprocess
import sys
import time
import urllib.error
import urllib.request

SITE = "https://freihafen.verein.de"
CERTIFICATE = "/etc/ssl/certs/freihafen.crt"
PASSWORD = "ein Anker im Watt 7"
BASE = "dc=verein,dc=de"


def blocks(document):
    """Every block of commands: heading, number under it, first line, text."""
    heading, number, begun, block = "", 0, 0, None
    with open(document, encoding="utf-8") as file:
        for at, line in enumerate(file, 1):
            if block is None and line.startswith("#"):
                heading, number = line.lstrip("#").strip(), 0
            elif block is None and line.startswith("```sh"):
                number, begun, block = number + 1, at + 1, []
            elif block is not None and line.startswith("```"):
                yield heading, number, begun, "".join(block)
                block = None
            elif block is not None:
                block.append(line)


def script(document):
    parts = [
        "set -Eeuo pipefail",
        'trap \'echo "FAILED at docs/install.md:$BLOCK: $BASH_COMMAND" >&2; '
        "grep -v \"^[[:space:]]at \" /run/freihafen.journal | tail -n 30 >&2 || true' ERR",
    ]
    for heading, number, begun, text in blocks(document):
        parts += [
            f"BLOCK={begun}",
            f'echo "== install.md:{begun} {heading} ($SECONDS s)"',
            text,
        ]
        if (heading, number) in LOOKS:
            parts.append(f'LINK="${{LINK:-}}" python3 "{__file__}" --look "{heading}" {number}')
    parts.append('echo "== the end ($SECONDS s)"')
    return "\n".join(parts)


class Browser:
    """Somebody who comes through the reverse proxy."""

    def __init__(self):
        self.cookies = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(
            urllib.request.HTTPSHandler(context=ssl.create_default_context(cafile=CERTIFICATE)),
            urllib.request.HTTPCookieProcessor(self.cookies),
        )

    def ask(self, method, path, body=None):
        request = urllib.request.Request(
            SITE + path,
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"X-Freihafen": "test", "Content-Type": "application/json"},
        )
        try:
            with self.opener.open(request, timeout=30) as answer:
                text = answer.read().decode()
                return answer.status, json.loads(text) if text[:1] in ("{", "[") else text
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def sign_in(self):
        status, said = self.ask("POST", "/api/session", {"login": "ada", "password": PASSWORD})
        assert status == 200, (status, said)
        return self

    def run_of_the_directory(self):
        status, queued = self.ask("POST", "/api/targets/ldap/runs")
        assert status == 202, (status, queued)
        return until(lambda: self.ended(queued["run"]), "the run ends")

    def ended(self, run):
        status, seen = self.ask("GET", f"/api/runs/{run}")
        if status != 200:
            return None
        seen = seen.get("run", seen)
        return None if seen["phase"] in ("waiting", "observing", "applying") else seen


def until(probe, what, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = probe()
        if found:
            return found
        time.sleep(0.3)
    raise AssertionError(f"waited {seconds} s until {what}")


def said_by(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def ldap(*arguments):
    return said_by("ldapsearch", "-Q", "-Y", "EXTERNAL", "-H", "ldapi:///", "-LLL", *arguments)


def started():
    with urllib.request.urlopen("http://127.0.0.1:8080/health/ready") as answer:
        assert '"UP"' in answer.read().decode()
    listening = [line.split()[3] for line in said_by("ss", "-Hltn").splitlines()]
    ours = [address for address in listening if address.endswith(":8080")]
    assert ours and all("127.0.0.1" in address for address in ours), listening
    unix = said_by("ps", "-o", "user=", "-C", "java").split()
    assert unix == ["freihafe+"] or unix == ["freihafen"], unix
    for secret in os.listdir("/etc/freihafen/secrets"):
        mode = os.stat(f"/etc/freihafen/secrets/{secret}").st_mode & 0o777
        assert mode == 0o640, (secret, oct(mode))
    subprocess.run(["systemd-analyze", "verify", "/etc/systemd/system/freihafen.service"], check=True)
    subprocess.run(
        ["systemd-analyze", "security", "--offline=yes", "--threshold=25", "--no-pager",
         "/etc/systemd/system/freihafen.service"],
        check=True, stdout=subprocess.DEVNULL,
    )


def signed_in():
    nobody = Browser()
    assert nobody.ask("GET", "/metrics")[0] == 404
    assert nobody.ask("GET", "/api/me")[0] == 401
    set_password = {"secret": os.environ["LINK"], "password": PASSWORD}
    until(
        lambda: nobody.ask("POST", "/api/password-links/redemption", set_password)[0] == 204,
        "the account is in the directory and takes a password",
    )
    assert nobody.ask("POST", "/api/session", {"login": "ada", "password": "falsch"})[0] == 401
    ada = Browser().sign_in()
    status, me = ada.ask("GET", "/api/me")
    assert status == 200, (status, me)
    assert all(cookie.secure for cookie in ada.cookies), list(ada.cookies)
    status, targets = ada.ask("GET", "/api/targets")
    assert status == 200 and [t["name"] for t in targets["targets"]] == ["ldap"], targets
    entry = ldap("-b", f"ou=people,{BASE}", "(uid=ada)", "objectClass", "userPassword")
    assert "fhManaged" in entry and "userPassword:: " in entry, entry


def backed_up():
    (backup,) = os.listdir("/var/backups/freihafen")
    kept = f"/var/backups/freihafen/{backup}"
    assert os.stat(kept).st_mode & 0o77 == 0
    for name in ("freihafen.dump", "slapd.ldif", "directory.ldif", "files.tar.gz"):
        assert os.path.getsize(f"{kept}/{name}") > 500, name
    # Life goes on: somebody changes the directory by hand, a run repairs it and raises the epoch.
    dn = ldap("-b", f"ou=people,{BASE}", "(uid=ada)", "1.1").split("\n")[0]
    subprocess.run(
        ["ldapmodify", "-Q", "-Y", "EXTERNAL", "-H", "ldapi:///"],
        input=f"{dn}\nchangetype: modify\nreplace: displayName\ndisplayName: Drift\n",
        text=True, check=True, stdout=subprocess.DEVNULL,
    )
    run = Browser().sign_in().run_of_the_directory()
    assert run["phase"] == "done", run
    assert "displayName: Ada" in ldap("-b", f"ou=people,{BASE}", "(uid=ada)", "displayName")


def restored():
    ada = Browser().sign_in()
    run = ada.run_of_the_directory()
    assert run["phase"] == "held" and "älteren Sicherung" in run["message"], run
    status, said = ada.ask("POST", "/api/targets/ldap/takeover")
    assert status in (200, 204), (status, said)
    run = ada.run_of_the_directory()
    assert run["phase"] == "done", run


def directory_restored():
    run = until(lambda: done(Browser().sign_in().run_of_the_directory()), "the directory is reached")
    assert run["phase"] == "done", run


def done(run):
    return run if run["phase"] == "done" else None


def upgraded():
    assert len(os.listdir("/var/backups/freihafen")) == 2
    directory_restored()


LOOKS = {
    ("Start", 1): started,
    ("The first administrator", 2): signed_in,
    ("Backup", 1): backed_up,
    ("Restore", 1): restored,
    ("Restore", 2): directory_restored,
    ("Upgrade", 1): upgraded,
}


def main():
    if sys.argv[1] == "--look":
        LOOKS[sys.argv[2], int(sys.argv[3])]()
        return
    found = [(heading, number) for heading, number, _, _ in blocks(sys.argv[1])]
    missing = [look for look in LOOKS if look not in found]
    assert not missing, f"docs/install.md has no such blocks any more: {missing}"
    with open("/tmp/walk.sh", "w", encoding="utf-8") as file:
        file.write(script(sys.argv[1]))
    sys.exit(subprocess.run(["bash", "/tmp/walk.sh"], check=False).returncode)


main()
