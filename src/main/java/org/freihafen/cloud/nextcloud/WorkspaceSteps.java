package org.freihafen.cloud.nextcloud;

import org.freihafen.cloud.CloudIds.Known;
import org.freihafen.cloud.CloudKey.OfWorkspace;
import org.freihafen.cloud.CloudObject.WorkspaceObject;
import org.freihafen.cloud.nextcloud.TeamFolders.TeamFolder;
import org.freihafen.groups.GroupId;
import org.freihafen.ids.UnitId;
import org.freihafen.reconcile.TargetUnavailable;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes a Team folder and brings one into line. It begins under a temporary name that holds the
 * unit's id, its id is noted, then it is given to the service account, named, and opened to its
 * groups: a stop between any two steps leaves something that the next run finds and finishes.
 */
final class WorkspaceSteps {
    private final Session session;
    private final TeamFolders teamFolders;
    private final Recognition recognition;
    private final Ledger ledger;
    private final Groups groups;
    private final RuleSteps rules;
    private final Map<String, TeamFolder> unclaimed;
    private final Set<UnitId> unvisited;

    WorkspaceSteps(
            Session session,
            TeamFolders teamFolders,
            Recognition recognition,
            Ledger ledger,
            Groups groups,
            RuleSteps rules,
            Map<String, TeamFolder> unclaimed,
            Set<UnitId> unvisited) {
        this.session = session;
        this.teamFolders = teamFolders;
        this.recognition = recognition;
        this.ledger = ledger;
        this.groups = groups;
        this.rules = rules;
        this.unclaimed = unclaimed;
        this.unvisited = unvisited;
    }

    void reach(OfWorkspace key, WorkspaceObject desired) throws TargetUnavailable, CloudSaidNo {
        Optional<Known> known = ledger.get(key);
        if (known.isPresent()
                && known.get().seen().orElse(null) instanceof WorkspaceObject seen
                && known.get().id().isPresent()) {
            new Steps(key, known.get().id().get(), seen).reach(desired, false);
        } else if (known.isEmpty() && unclaimed.containsKey(desired.name())) {
            takeBack(key, desired);
        } else {
            boolean begunBefore = known.isPresent();
            ledger.put(Known.begun(key));
            Optional<TeamFolder> left = begunBefore ? leftBehind(key.unit()) : Optional.empty();
            String name = Observation.temporaryName(key.unit());
            WorkspaceObject bare = new WorkspaceObject(name, new TreeMap<>(), false);
            String id = left.isPresent() ? left.get().id() : teamFolders.make(name);
            ledger.put(Known.of(key, key.unit(), id, bare));
            new Steps(key, id, bare).reach(desired, left.isEmpty());
        }
    }

    /** One of ours with this name that is in no record, as after a restored backup. */
    private void takeBack(OfWorkspace key, WorkspaceObject desired)
            throws TargetUnavailable, CloudSaidNo {
        TeamFolder ours = Objects.requireNonNull(unclaimed.remove(desired.name()));
        WorkspaceObject seen =
                recognition.seen(teamFolders.one(ours.id()), session.cloud().serviceGroup());
        ledger.put(Known.of(key, key.unit(), ours.id(), seen));
        new Steps(key, ours.id(), seen).reach(desired, false);
    }

    private Optional<TeamFolder> leftBehind(UnitId unit) throws TargetUnavailable, CloudSaidNo {
        String name = Observation.temporaryName(unit);
        return teamFolders.all().values().stream()
                .filter(folder -> folder.name().equals(name))
                .findFirst();
    }

    /** The way of one Team folder from how it looks to how it should. */
    private final class Steps {
        private final OfWorkspace key;
        private final String id;
        private String name;
        private final SortedMap<GroupId, Integer> on;
        private final SortedMap<String, Integer> strangers;
        private boolean served;

        Steps(OfWorkspace key, String id, WorkspaceObject seen) {
            this.key = key;
            this.id = id;
            this.name = seen.name();
            this.on = new TreeMap<>(seen.groups());
            this.strangers = new TreeMap<>(seen.strangers());
            this.served = seen.served();
        }

        void reach(WorkspaceObject desired, boolean justMade)
                throws TargetUnavailable, CloudSaidNo {
            try {
                serve(justMade);
                for (GroupId group : List.copyOf(on.keySet())) {
                    if (!desired.groups().containsKey(group)) {
                        teamFolders.remove(id, groups.gid(group));
                        on.remove(group);
                    }
                }
                for (String gid : List.copyOf(strangers.keySet())) {
                    teamFolders.remove(id, gid);
                    strangers.remove(gid);
                }
                if (!name.equals(desired.name())) {
                    teamFolders.rename(id, desired.name());
                    name = desired.name();
                    unvisited.add(key.unit());
                }
                open(desired.groups());
            } finally {
                ledger.put(
                        Known.of(
                                key,
                                key.unit(),
                                id,
                                new WorkspaceObject(name, on, served, strangers)));
            }
        }

        private void serve(boolean justMade) throws TargetUnavailable, CloudSaidNo {
            if (served) {
                return;
            }
            String service = session.cloud().serviceGroup();
            if (justMade) {
                teamFolders.add(id, service);
            } else {
                TeamFolder real = look();
                if (!real.groups().containsKey(service)) {
                    teamFolders.add(id, service);
                } else if (!served) {
                    teamFolders.permit(id, service, TeamFolders.ALL_RIGHTS);
                }
            }
            served = true;
            unvisited.add(key.unit());
        }

        private TeamFolder look() throws TargetUnavailable, CloudSaidNo {
            TeamFolder real = teamFolders.one(id);
            WorkspaceObject seen = recognition.seen(real, session.cloud().serviceGroup());
            name = seen.name();
            served = seen.served();
            on.clear();
            on.putAll(seen.groups());
            strangers.clear();
            strangers.putAll(seen.strangers());
            return real;
        }

        /** Opens it to all groups that can be opened to before it says which could not. */
        private void open(Map<GroupId, Integer> desired) throws TargetUnavailable, CloudSaidNo {
            Optional<TargetUnavailable> problem = Optional.empty();
            for (Map.Entry<GroupId, Integer> right : desired.entrySet()) {
                try {
                    open(right.getKey(), right.getValue());
                } catch (TargetUnavailable e) {
                    session.check();
                    problem = Optional.of(e);
                }
            }
            if (problem.isPresent()) {
                throw problem.get();
            }
        }

        private void open(GroupId group, int bits) throws TargetUnavailable, CloudSaidNo {
            if (!on.containsKey(group)) {
                String gid = groups.gid(group);
                rules.shutOut(key.unit(), group);
                try {
                    teamFolders.add(id, gid);
                    on.put(group, TeamFolders.ALL_RIGHTS);
                } catch (TargetUnavailable e) {
                    session.check();
                    look();
                    if (!on.containsKey(group)) {
                        throw e;
                    }
                }
            }
            if (on.getOrDefault(group, 0) != bits) {
                teamFolders.permit(id, groups.gid(group), bits);
                on.put(group, bits);
            }
        }
    }
}
