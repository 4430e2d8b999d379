package org.freihafen.granting;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.access.Actor;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.ids.GrantId;
import org.freihafen.ids.UnitId;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Grants;
import org.freihafen.structure.StructureChanged;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKind.WorkspaceMade;
import org.freihafen.workspaces.Workspace;
import org.freihafen.workspaces.Workspaces;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Units of a kind whose workspace is made at once get theirs; that of an ended unit is archived,
 * and the grants that it gave or received end.
 */
@Dependent
public class WorkspacesFollowUnits implements StructureChanged {
    private final Workspaces workspaces;
    private final Grants grants;
    private final Trail trail;
    private final Clock clock;

    @Inject
    public WorkspacesFollowUnits(Workspaces workspaces, Grants grants, Trail trail, Clock clock) {
        this.workspaces = workspaces;
        this.grants = grants;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public void added(Actor actor, List<Unit> units) {
        for (Unit unit : units) {
            if (unit.kind().hasWorkspace()
                    && unit.kind().workspaceMade() == WorkspaceMade.AT_ONCE) {
                workspaces.add(new Workspace(unit.id(), unit.kind().cloud().orElseThrow(), false));
                trail.append(AuditEntry.of(actor, "workspace.opened", unit.id()));
            }
        }
    }

    @Override
    public void ended(Actor actor, List<Unit> units) {
        for (Unit unit : units) {
            workspaces
                    .of(unit.id())
                    .filter(workspace -> !workspace.archived())
                    .ifPresent(workspace -> archive(actor, workspace));
            endGrants(actor, unit.id());
        }
    }

    private void archive(Actor actor, Workspace workspace) {
        workspaces.save(new Workspace(workspace.unit(), workspace.cloud(), true));
        trail.append(AuditEntry.of(actor, "workspace.archived", workspace.unit()));
    }

    private void endGrants(Actor actor, UnitId unit) {
        LocalDate today = LocalDate.now(clock);
        Map<GrantId, Grant> ending = new LinkedHashMap<>();
        grants.by(unit, today).forEach(grant -> ending.put(grant.id(), grant));
        grants.to(unit, today).forEach(grant -> ending.put(grant.id(), grant));
        for (Grant grant : ending.values()) {
            grants.save(grant.ended(today, actor.somebody()));
            UnitId giver = grant.folder().workspace();
            trail.append(AuditEntry.of(actor, "grant.ended", giver, grant.id().value()));
        }
    }
}
