package org.freihafen.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;

import org.freihafen.access.Access;
import org.freihafen.access.Action;
import org.freihafen.access.Standing;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.Accounts;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.SightRule;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKey;
import org.freihafen.structure.Units;
import org.freihafen.web.Caller;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the caller may see. A unit that they may not see is not there. */
@Dependent
public class Sight {
    private final Caller caller;
    private final Access access;
    private final Units units;
    private final Accounts accounts;

    @Inject
    Sight(Caller caller, Access access, Units units, Accounts accounts) {
        this.caller = caller;
        this.access = access;
        this.units = units;
        this.accounts = accounts;
    }

    public Structure structure() {
        return units.structure();
    }

    /**
     * The unit with this key.
     *
     * @throws NotFoundException if there is none that the caller may see
     */
    public Unit unit(String key) {
        return find(key).orElseThrow(NotFoundException::new);
    }

    public Optional<Unit> find(String key) {
        return UnitKey.allowed(key)
                ? units.byKey(new UnitKey(key)).filter(this::seesUnit)
                : Optional.empty();
    }

    public Optional<Unit> find(UnitId id) {
        return units.byId(id).filter(this::seesUnit);
    }

    public boolean seesUnit(Unit unit) {
        return !unit.kind().discreet() || sees(SightRule.Field.UNIT, unit);
    }

    /** Its name, or that which it has for others if the caller may not see it. */
    public String nameOf(Unit unit) {
        return seesUnit(unit) ? unit.name() : unit.outwardName();
    }

    /** Its key, or that which it has for others if the caller may not see it. */
    public UnitKey keyOf(Unit unit) {
        return seesUnit(unit) ? unit.key() : unit.outwardKey();
    }

    public boolean sees(SightRule.Field field, Unit unit) {
        return SightRule.sees(field, access.standings(caller.person(), unit.id()), unit.kind());
    }

    /**
     * Lets the caller pass who may do this in the unit.
     *
     * @throws org.freihafen.access.Denied if they may not
     */
    public void require(Action action, Unit unit) {
        access.require(caller.actor(), action, unit.id());
    }

    public boolean allows(Action action, Unit unit) {
        return access.allows(caller.actor(), action, unit.id());
    }

    /** What the caller is to the unit, for those who ask about it more than once. */
    Set<Standing> standings(Unit unit) {
        return access.standings(caller.person(), unit.id());
    }

    /** The names that these people chose; somebody unknown has none. */
    public Map<PersonId, String> names(Collection<PersonId> people) {
        Map<PersonId, String> names = new HashMap<>();
        accounts.byIds(Set.copyOf(people))
                .values()
                .forEach((Account account) -> names.put(account.id(), account.displayName()));
        return names;
    }
}
