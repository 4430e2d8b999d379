package org.freihafen.example;

import org.freihafen.accounts.Account;
import org.freihafen.accounts.DisplayNameDesign;
import org.freihafen.accounts.Username;
import org.freihafen.accounts.UsernameDesign;
import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.MemberNumber;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Origin;
import org.freihafen.membership.Period;
import org.freihafen.membership.Person;
import org.freihafen.membership.Person.Dues;
import org.freihafen.membership.Role;
import org.freihafen.membership.Status;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKey;
import org.freihafen.structurefile.StructureFile;
import org.freihafen.structurefile.csv.CsvStructureReader;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * A federation of any size with the structure of the example, the same for the same seed: domain
 * objects, or an export of the register. Of 30,000 people the flat groups hold more than 118,000
 * memberships: each person in district, region, state and federation, and three in five in a
 * working group besides. Everybody is present; nobody is real.
 */
public final class FederationGenerator {
    public static final LocalDate TODAY = LocalDate.of(2026, 10, 1);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");
    private static final double GROUPS_PER_PERSON = 0.6;
    private static final int LEADS = 2;
    private static final String HEADER =
            "Mitgliedsnummer;Anrede;Titel;Vorname;Nachname;Straße;PLZ;Ort;E-Mail;Geburtsdatum;"
                    + "Eintritt;Austritt;Landesverband;Bezirksverband;Kreisverband;Kreisschlüssel;"
                    + "Jahresbeitrag;Saldo;Mahnstufe\n";

    private final List<Unit> units = new ArrayList<>();
    private final List<Unit> districts;
    private final List<Unit> groups;
    private final List<Person> people = new ArrayList<>();
    private final Map<PersonId, Unit> placed = new HashMap<>();
    private final List<Membership> memberships = new ArrayList<>();
    private final List<Account> accounts = new ArrayList<>();

    public FederationGenerator(int size, long seed) {
        Random random = new Random(seed);
        Ids ids = new Ids(() -> Instant.parse("2026-10-01T00:00:00Z"), random);
        addUnits(ids);
        districts = units.stream().filter(u -> u.kind().name().equals("district")).toList();
        groups = units.stream().filter(u -> u.kind().name().equals("working-group")).toList();
        List<Names> names = names();
        for (int i = 0; i < size; i++) {
            Names given = names.get(random.nextInt(names.size()));
            Names family = names.get(random.nextInt(names.size()));
            addPerson(ids.person(), i, given.given(), family.family(), random);
        }
        addGroupMemberships(random);
        addAccounts();
    }

    private record Names(String given, String family) {}

    private static List<Names> names() {
        return Example.text("members.csv")
                .lines()
                .skip(1)
                .map(line -> line.split(";", -1))
                .map(fields -> new Names(fields[3], fields[4]))
                .toList();
    }

    private void addUnits(Ids ids) {
        StructureFile file = new CsvStructureReader().read(Example.bytes("structure.csv"));
        Map<UnitKey, Unit> byKey = new HashMap<>();
        for (StructureFile.Line line : file.lines()) {
            Optional<Unit> parent =
                    line.parent().isEmpty()
                            ? Optional.empty()
                            : Optional.of(byKey.get(new UnitKey(line.parent())));
            Unit unit =
                    new Unit(
                            ids.unit(),
                            new UnitKey(line.key()),
                            Example.kinds().named(line.kind()).orElseThrow(),
                            line.name(),
                            parent.map(Unit::id),
                            line.officialKey().isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(line.officialKey()),
                            Unit.Origin.FILE,
                            false);
            byKey.put(unit.key(), unit);
            units.add(unit);
        }
    }

    private void addPerson(PersonId id, int number, String given, String family, Random random) {
        LocalDate joined = TODAY.minusDays(1 + random.nextInt(7000));
        boolean owes = random.nextInt(4) == 0;
        people.add(
                new Person(
                        id,
                        Optional.of(new MemberNumber(Integer.toString(1_000_000 + number))),
                        given,
                        family,
                        random.nextInt(33) == 0
                                ? Optional.empty()
                                : Optional.of("m" + number + "@example.org"),
                        Status.MEMBER,
                        Optional.of(joined),
                        Optional.empty(),
                        new Dues(owes ? -2400 : 0, owes ? random.nextInt(4) : 0),
                        Origin.REGISTER));
        Unit district = districts.get(random.nextInt(districts.size()));
        placed.put(id, district);
        memberships.add(
                new Membership(
                        id, district.id(), Role.MEMBER, Period.since(joined), Origin.REGISTER));
    }

    private void addGroupMemberships(Random random) {
        Map<Unit, Set<PersonId>> members = new HashMap<>();
        int count = (int) (people.size() * GROUPS_PER_PERSON);
        for (int i = 0; i < count; i++) {
            Unit group = groups.get(random.nextInt(groups.size()));
            PersonId person = people.get(random.nextInt(people.size())).id();
            Set<PersonId> there = members.computeIfAbsent(group, _ -> new HashSet<>());
            if (there.add(person)) {
                memberships.add(
                        new Membership(
                                person,
                                group.id(),
                                there.size() <= LEADS ? Role.LEAD : Role.MEMBER,
                                Period.since(TODAY.minusDays(random.nextInt(1000))),
                                Origin.INVITATION));
            }
        }
    }

    private void addAccounts() {
        Set<Username> given = new HashSet<>();
        Map<String, Integer> namesakes = new HashMap<>();
        for (Person person : people) {
            int before = namesakes.merge(person.name(), 1, Integer::sum) - 1;
            Username name =
                    before == 0
                            ? UsernameDesign.free(
                                    person.givenName(), person.familyName(), given::contains)
                            : UsernameDesign.free(
                                    person.givenName(),
                                    person.familyName() + "-" + before,
                                    given::contains);
            given.add(name);
            accounts.add(
                    new Account(
                            person.id(),
                            name,
                            DisplayNameDesign.of(person.givenName(), person.familyName()),
                            Account.State.ACTIVE,
                            false));
        }
    }

    public List<Unit> units() {
        return List.copyOf(units);
    }

    public Structure structure() {
        return new Structure(units);
    }

    public List<Person> people() {
        return List.copyOf(people);
    }

    /** Direct ones: one by register each, and those in working groups. */
    public List<Membership> memberships() {
        return List.copyOf(memberships);
    }

    public List<Account> accounts() {
        return List.copyOf(accounts);
    }

    /** The register's export, as {@code members.csv} is one. */
    public void write(Appendable csv) throws IOException {
        write(csv, 0);
    }

    /**
     * The export a month later.
     *
     * @param perThousand how many of a thousand have moved; the same for the same number
     */
    public void write(Appendable csv, int perThousand) throws IOException {
        csv.append(HEADER);
        for (int i = 0; i < people.size(); i++) {
            Person person = people.get(i);
            Unit district = Optional.ofNullable(placed.get(person.id())).orElseThrow();
            if (i * 7919L % 1000 < perThousand) {
                district = districts.get((districts.indexOf(district) + 1) % districts.size());
            }
            csv.append(person.number().orElseThrow().value())
                    .append(";Divers;;")
                    .append(person.givenName())
                    .append(';')
                    .append(person.familyName())
                    .append(";Große Straße 1;01067;Dresden;")
                    .append(person.email().orElse(""))
                    .append(";01.01.1970;")
                    .append(DAY.format(person.joined().orElseThrow()))
                    .append(";;;;")
                    .append(district.name())
                    .append(';')
                    .append(district.officialKey().orElseThrow())
                    .append(";48,00;")
                    .append(person.dues().balanceCents() == 0 ? "0,00" : "-24,00")
                    .append(';')
                    .append(Integer.toString(person.dues().reminders()))
                    .append('\n');
        }
    }
}
