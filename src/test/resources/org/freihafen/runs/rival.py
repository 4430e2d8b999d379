"""What an administrator would write instead: people and groups from CSV into LDAP by ldapmodify.

usage: rival.py URL BIND-DN PASSWORD BASE people.csv groups.csv
"""

import base64
import csv
import subprocess
import sys

url, bind, password, base, people_file, groups_file = sys.argv[1:]
csv.field_size_limit(sys.maxsize)
account = ["-x", "-H", url, "-D", bind, "-w", password]


def person_dn(key):
    return f"fhId={key},ou=people,{base}"


def desired():
    entries = {}
    with open(people_file, newline="", encoding="utf-8") as lines:
        for key, uid, name, state, services in csv.reader(lines):
            entries[person_dn(key)] = filled({
                "objectClass": ["inetOrgPerson", "fhManaged", "fhPerson"], "fhId": [key], "uid": [uid],
                "cn": [name], "sn": [name], "displayName": [name], "fhState": [state],
                "fhService": services.split()})
    with open(groups_file, newline="", encoding="utf-8") as lines:
        for key, unit, part, cn, name, unit_key, kind, parent, services, members in csv.reader(lines):
            entries[f"cn={cn},ou=groups,{base}"] = filled({
                "objectClass": ["fhGroupEntry", "fhGroup", "fhManaged"], "fhId": [key], "fhUnit": [unit], "fhPart": [part],
                "cn": [cn], "fhName": [name], "fhKey": [unit_key], "fhKind": [kind], "fhParent": [parent],
                "fhService": services.split(), "member": map(person_dn, members.split())})
    return entries


def filled(entry):
    values = {name: {value for value in values if value} for name, values in entry.items()}
    return {name: some for name, some in values.items() if some}


def observed():
    entries = {}
    for below in ("people", "groups"):
        answer = subprocess.run(
            ["ldapsearch", *account, "-LLL", "-o", "ldif-wrap=no", "-s", "one", "-b", f"ou={below},{base}"],
            check=True, capture_output=True, encoding="utf-8")
        entry = None
        for line in answer.stdout.splitlines():
            name, _, value = line.partition(": ")
            if name.endswith(":"):
                name, value = name[:-1], base64.b64decode(value).decode()
            if name == "dn":
                entry = entries.setdefault(value, {})
            elif name and entry is not None:
                entry.setdefault(name, set()).add(value)
    return entries


def change(before, after):
    for name in sorted(after.keys() | before.keys()):
        old, new = before.get(name, set()), after.get(name, set())
        for word, values in (("delete", old - new), ("add", new - old)):
            if values:
                yield f"{word}: {name}\n"
                yield from (f"{name}: {value}\n" for value in values)
                yield "-\n"


def write(before, after, out):
    for dn, entry in after.items():
        if dn not in before:
            out.write(f"dn: {dn}\nchangetype: add\n")
            out.writelines(f"{name}: {value}\n" for name, values in entry.items() for value in values)
            out.write("\n")
        elif before[dn] != entry:
            out.write(f"dn: {dn}\nchangetype: modify\n")
            out.writelines(change(before[dn], entry))
            out.write("\n")
    for dn in before.keys() - after.keys():
        out.write(f"dn: {dn}\nchangetype: delete\n\n")


before, after = observed(), desired()
if before != after:
    modify = subprocess.Popen(
        ["ldapmodify", *account, "-c"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, encoding="utf-8")
    write(before, after, modify.stdin)
    modify.stdin.close()
    sys.exit(modify.wait())
