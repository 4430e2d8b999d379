package org.freihafen.granting;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.access.Access;
import org.freihafen.access.Action;
import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.groups.GroupId;
import org.freihafen.ids.GrantId;
import org.freihafen.ids.Ids;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.Period;
import org.freihafen.reconcile.Touched;
import org.freihafen.reconcile.Wake;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Grantee;
import org.freihafen.shares.Grants;
import org.freihafen.shares.LinkPassword;
import org.freihafen.shares.LinkPasswords;
import org.freihafen.shares.Permission;
import org.freihafen.structure.Units;
import org.freihafen.workspaces.FolderRef;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A unit grants access to its workspace or a folder in it, to another unit or outward, changes that
 * and ends it.
 */
@Dependent
@Transactional
public class Granting {
    private final Access access;
    private final Units units;
    private final Grants grants;
    private final GrantCheck check;
    private final LinkPasswords passwords;
    private final Trail trail;
    private final Wake wake;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public Granting(
            Access access,
            Units units,
            Grants grants,
            GrantCheck check,
            LinkPasswords passwords,
            Trail trail,
            Wake wake,
            Ids ids,
            Clock clock) {
        this.access = access;
        this.units = units;
        this.grants = grants;
        this.check = check;
        this.passwords = passwords;
        this.trail = trail;
        this.wake = wake;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param to a person gets nothing before they accepted, so not this way
     * @param until the last day on which it holds; empty for no end
     * @param password of a link or mail that is to ask for one
     */
    public record Wish(
            FolderRef folder,
            Grantee to,
            Set<Permission> permissions,
            Optional<LocalDate> until,
            String reason,
            Optional<LinkPassword> password) {
        /** To a unit's people or leads. */
        public Wish(
                FolderRef folder,
                GroupId to,
                Set<Permission> permissions,
                Optional<LocalDate> until,
                String reason) {
            this(folder, new Grantee.ToGroup(to), permissions, until, reason, Optional.empty());
        }
    }

    public Decision<Grant> grant(Actor actor, Wish wish) {
        UnitId giverId = wish.folder().workspace();
        access.require(actor, Action.GRANT, giverId);
        units.lock(giverId);
        Optional<Refusal> no = check.wish(wish);
        if (no.isPresent()) {
            return Decision.refused(no.get());
        }
        Grant grant =
                new Grant(
                        ids.grant(),
                        wish.folder(),
                        wish.to(),
                        wish.permissions(),
                        GrantCheck.period(LocalDate.now(clock), wish.until()),
                        wish.reason(),
                        actor.somebody().orElseThrow());
        grants.add(grant);
        if (wish.to().asksPassword()) {
            passwords.put(grant.id(), wish.password().orElseThrow());
        }
        record(actor, "grant.given", grant, wish.reason());
        return Decision.done(grant);
    }

    /**
     * What changes; the recipient and the folder stay. A later end renews it.
     *
     * @param reason a new one; empty leaves it
     * @param password of a link or mail, in place of the one it has or none; empty leaves it
     */
    public record Change(
            Set<Permission> permissions,
            Optional<LocalDate> until,
            Optional<String> reason,
            Optional<LinkPassword> password) {
        public static Change of(Set<Permission> permissions, Optional<LocalDate> until) {
            return new Change(permissions, until, Optional.empty(), Optional.empty());
        }
    }

    public Decision<Grant> change(Actor actor, GrantId id, Change change) {
        Optional<Grant> found = holding(id);
        if (found.isEmpty()) {
            return refused(Rule.NOT_FOUND, id.toString());
        }
        Grant grant = found.get();
        access.require(actor, Action.GRANT, grant.folder().workspace());
        Period period = GrantCheck.period(grant.period().from(), change.until());
        Grant changed =
                grant.allowing(change.permissions())
                        .during(period)
                        .because(change.reason().orElse(grant.reason()))
                        .to(grant.to().asking(change.password().isPresent()))
                        .decidedBy(actor.somebody().orElseThrow());
        Optional<Refusal> no = check.change(changed, change.password());
        if (no.isPresent()) {
            return Decision.refused(no.get());
        }
        grants.save(changed);
        if (changed.to().asksPassword()) {
            change.password().ifPresent(password -> passwords.put(id, password));
        }
        record(actor, "grant.changed", changed, change.reason().orElse(""));
        return Decision.done(changed);
    }

    /** Ends a grant at once, whoever decided it. */
    public Decision<Grant> end(Actor actor, GrantId id) {
        Optional<Grant> found = holding(id);
        if (found.isEmpty()) {
            return refused(Rule.NOT_FOUND, id.toString());
        }
        Grant grant = found.get();
        access.require(actor, Action.END_GRANT, grant.folder().workspace());
        Grant ended = grant.ended(LocalDate.now(clock), actor.somebody());
        grants.save(ended);
        passwords.forget(id);
        record(actor, "grant.ended", ended, "");
        return Decision.done(ended);
    }

    /** As it is once nobody else can change it. */
    private Optional<Grant> holding(GrantId id) {
        LocalDate today = LocalDate.now(clock);
        grants.byId(id).ifPresent(grant -> units.lock(grant.folder().workspace()));
        return grants.byId(id).filter(grant -> grant.period().holdsOn(today));
    }

    private void record(Actor actor, String what, Grant grant, String why) {
        UnitId unit = grant.folder().workspace();
        trail.append(AuditEntry.of(actor, what, unit, grant.id().value()).because(why));
        wake.touched(Touched.workspace(unit));
    }

    private static Decision<Grant> refused(Rule rule, String fact) {
        return Decision.refused(Refusal.by(rule, fact));
    }
}
