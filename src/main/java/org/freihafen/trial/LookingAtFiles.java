package org.freihafen.trial;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.access.Access;
import org.freihafen.access.Action;
import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.enrolment.RegisterState;
import org.freihafen.enrolment.RosterChange;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.MemberNumber;
import org.freihafen.reconcile.Plan;
import org.freihafen.reconcile.State;
import org.freihafen.roster.Placing;
import org.freihafen.roster.RosterEntry;
import org.freihafen.roster.RosterFile;
import org.freihafen.roster.RosterProfile;
import org.freihafen.roster.RosterProfiles;
import org.freihafen.roster.RosterReader;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKey;
import org.freihafen.structure.Units;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads files without keeping a line of them, and without changing anything. */
@Dependent
public class LookingAtFiles {
    private final Access access;
    private final RosterProfiles profiles;
    private final RosterReader reader;
    private final RegisterState register;
    private final Units units;
    private final Clock clock;

    @Inject
    public LookingAtFiles(
            Access access,
            RosterProfiles profiles,
            RosterReader reader,
            RegisterState register,
            Units units,
            Clock clock) {
        this.access = access;
        this.profiles = profiles;
        this.reader = reader;
        this.register = register;
        this.units = units;
        this.clock = clock;
    }

    /** What of a profile fits a file: its columns, its encoding, its lines. */
    public Decision<RosterFile> tryOut(Actor actor, String profile, InputStream file)
            throws IOException {
        access.require(actor, Action.RULE_ROSTER);
        return read(profile, file);
    }

    private Decision<RosterFile> read(String name, InputStream file) throws IOException {
        Optional<RosterProfile> profile = profiles.named(name);
        if (profile.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, name));
        }
        return Decision.done(
                reader.read(
                        file,
                        profile.get(),
                        new Placing(units.structure()),
                        LocalDate.now(clock),
                        OutputStream.nullOutputStream()));
    }

    /**
     * A list held against the register.
     *
     * @param differences in the order of the numbers; somebody who joins stands only in the list,
     *     somebody who leaves only in the register
     */
    public record Comparison(RosterFile file, List<RosterChange> differences) {}

    /**
     * Compares a branch's own list with what the register says of the people there.
     *
     * @param within whose people the list should hold; the whole federation if none is named
     */
    public Decision<Comparison> compare(
            Actor actor, String profile, Optional<String> within, InputStream file)
            throws IOException {
        access.require(actor, Action.RULE_ROSTER);
        Structure structure = units.structure();
        Optional<Unit> unit =
                within.filter(UnitKey::allowed)
                        .flatMap(key -> structure.byKey(new UnitKey(key)))
                        .or(() -> within.isPresent() ? Optional.empty() : structure.root());
        if (unit.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, within.orElse("")));
        }
        return switch (read(profile, file)) {
            case Decision.Refused<RosterFile>(Refusal why) -> Decision.refused(why);
            case Decision.Done<RosterFile>(RosterFile.Read list) ->
                    Decision.done(new Comparison(list, differences(list, structure, unit.get())));
            case Decision.Done<RosterFile>(RosterFile.Unusable none) ->
                    Decision.done(new Comparison(none, List.of()));
        };
    }

    private List<RosterChange> differences(RosterFile.Read list, Structure structure, Unit within) {
        Set<UnitId> below =
                structure.living().stream()
                        .map(Unit::id)
                        .filter(id ->
                                structure.upward(id).stream()
                                        .anyMatch(each -> each.id().equals(within.id())))
                        .collect(Collectors.toSet());
        RegisterState.Known known =
                register.known(
                        LocalDate.now(clock),
                        new RegisterState.Asked() {
                            @Override
                            public boolean concerns(MemberNumber number) {
                                return !list.setAside().contains(number);
                            }

                            @Override
                            public boolean lists(MemberNumber number) {
                                return list.entries().get(number).isPresent();
                            }
                        });
        Map<MemberNumber, RosterEntry> there = new HashMap<>();
        known.state()
                .forEach((number, entry) -> {
                    if (list.entries().get(number).isPresent()
                            || entry.place().filter(below::contains).isPresent()) {
                        there.put(number, entry);
                    }
                });
        State<MemberNumber, RosterEntry> listed =
                list.entries()
                        .mapped((number, entry) ->
                                Optional.ofNullable(there.get(number))
                                        .map(was -> entry.where(list.look().used().keySet(), was))
                                        .orElse(entry));
        return Plan.between(State.of(there), listed, _ -> false).changes().stream()
                .map(RosterChange::of)
                .toList();
    }
}
