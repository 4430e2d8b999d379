package org.freihafen.byhand;

import org.freihafen.access.Refusal;
import org.freihafen.ceilings.CeilingRule;
import org.freihafen.cloud.CloudIds.Known;
import org.freihafen.cloud.CloudInputs;
import org.freihafen.cloud.CloudKey;
import org.freihafen.cloud.CloudKey.OfFolder;
import org.freihafen.cloud.CloudKey.OfPersonalShare;
import org.freihafen.cloud.CloudObject;
import org.freihafen.cloud.CloudObject.PersonalShareObject;
import org.freihafen.cloud.PermissionBits;
import org.freihafen.cloud.WorkspaceNames;
import org.freihafen.drift.Found;
import org.freihafen.granting.TakingOverShares.PersonalShare;
import org.freihafen.ids.FolderId;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.Period;
import org.freihafen.reconcile.State;
import org.freihafen.shares.Grant;
import org.freihafen.shares.GrantRule;
import org.freihafen.shares.Grantee;
import org.freihafen.structure.Unit;
import org.freihafen.workspaces.ClosingRule;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.FolderRef;
import org.freihafen.workspaces.PathRule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people shared in person out of workspaces. Where their unit lets them, what they shared with
 * another unit becomes the unit's grant, by the rules for every grant; what breaks a rule, or must
 * not leave the cloud, is ended; what a grant cannot hold is left as it is until the unit says a
 * word.
 */
final class PersonalShares {
    private final String cloud;
    private final CloudInputs inputs;
    private final WorkspaceNames names;
    private final Map<String, FolderId> folders = new HashMap<>();

    PersonalShares(String cloud, CloudInputs inputs, WorkspaceNames names, List<Known> known) {
        this.cloud = cloud;
        this.inputs = inputs;
        this.names = names;
        for (Known row : known) {
            if (row.key() instanceof OfFolder(FolderId folder)) {
                row.id().ifPresent(id -> folders.put(id, folder));
            }
        }
    }

    /** What is to become of one. */
    sealed interface Judged {
        OfPersonalShare key();

        PersonalShareObject object();

        record Taken(OfPersonalShare key, PersonalShareObject object, PersonalShare share)
                implements Judged {}

        record Ended(OfPersonalShare key, PersonalShareObject object, String why)
                implements Judged {}

        record Left(OfPersonalShare key, PersonalShareObject object) implements Judged {}
    }

    List<Judged> in(State<CloudKey, CloudObject> observed) {
        List<Judged> judged = new ArrayList<>();
        observed.forEach((key, object) -> {
            if (key instanceof OfPersonalShare share
                    && object instanceof PersonalShareObject shared) {
                inputs.structure()
                        .heir(shared.workspace())
                        .ifPresent(unit -> judged.add(judge(unit, share, shared)));
            }
        });
        return judged;
    }

    private Judged judge(Unit unit, OfPersonalShare key, PersonalShareObject shared) {
        boolean internal = inputs.entrants().internal(cloud);
        if (!unit.kind().sharing()) {
            return new Judged.Ended(key, shared, "its people do not share in the cloud itself");
        }
        Optional<Grantee> to = shared.to();
        if (internal && to.filter(with -> with.kind() == Grantee.Kind.UNIT).isEmpty()) {
            return new Judged.Ended(key, shared, "nothing may leave this cloud");
        }
        if (to.isEmpty()) {
            return new Judged.Left(key, shared);
        }
        Optional<FolderId> folder = folder(shared);
        Optional<Refusal> no = refusal(unit, shared, to.get(), folder);
        if (no.isPresent()) {
            return new Judged.Ended(key, shared, no.get().rule().name());
        }
        Optional<PersonId> by = person(shared.by());
        String path = path(shared);
        List<Folder> opened =
                ClosingRule.opened(
                        path, to.get().toGroup(), unit, inputs.structure(), in(shared.workspace()));
        if (opened.stream().anyMatch(closed -> closed.holds(path))) {
            return new Judged.Ended(key, shared, "the folder is closed");
        }
        if (to.get().kind().linked()
                || by.isEmpty()
                || shared.file()
                || !opened.isEmpty()
                || (folder.isEmpty() && !canBeMade(shared.workspace(), path))) {
            return new Judged.Left(key, shared);
        }
        return new Judged.Taken(
                key,
                shared,
                new PersonalShare(
                        shared.workspace(),
                        folder,
                        path,
                        to.get(),
                        PermissionBits.read(shared.permissions()),
                        shared.until(),
                        by.get()));
    }

    private List<Folder> in(UnitId workspace) {
        return inputs.folders().stream().filter(each -> each.unit().equals(workspace)).toList();
    }

    /** One of the same path that the cloud knows as another folder is in the way. */
    private boolean canBeMade(UnitId workspace, String path) {
        return PathRule.check(path).isEmpty()
                && in(workspace).stream()
                        .filter(folder -> folders.containsValue(folder.id()))
                        .noneMatch(folder -> folder.path().equalsIgnoreCase(path));
    }

    private Optional<FolderId> folder(PersonalShareObject shared) {
        return Optional.ofNullable(folders.get(shared.fileId()));
    }

    private String path(PersonalShareObject shared) {
        return PathRule.normal(names.plain(shared.workspace(), shared.path()));
    }

    /** As it is told to those who decide for the unit. */
    Found found(Judged judged) {
        PersonalShareObject shared = judged.object();
        return new Found(
                cloud,
                shared.workspace(),
                Found.What.SHARED,
                judged.key().toString(),
                new Found.Place(folder(shared), path(shared), Optional.empty()),
                shared.to(),
                shared.to().isPresent() ? "" : shared.with(),
                person(shared.by()),
                Optional.empty(),
                Optional.of(
                        new Found.Terms(PermissionBits.read(shared.permissions()), shared.until())),
                switch (judged) {
                    case Judged.Taken _ -> Found.Law.TAKEN_OVER;
                    case Judged.Ended _ -> Found.Law.PUT_BACK;
                    case Judged.Left _ -> Found.Law.LEFT;
                });
    }

    private Optional<Refusal> refusal(
            Unit giver, PersonalShareObject of, Grantee to, Optional<FolderId> folder) {
        Optional<Unit> receiver =
                to.toGroup().flatMap(group -> inputs.structure().byId(group.unit()));
        FolderRef shared = new FolderRef(of.workspace(), folder);
        List<Grant> existing = folder.isPresent() ? inputs.grants() : List.of();
        return GrantRule.checkOutward(to, Optional.empty(), inputs.entrants(), cloud)
                .or(() ->
                        receiver.flatMap(unit ->
                                GrantRule.checkUnits(
                                        giver, unit, inputs.entrants().admits(cloud, unit))))
                .or(() ->
                        CeilingRule.check(
                                inputs.ceilings().over(inputs.structure(), giver, cloud),
                                to,
                                new Period(inputs.today(), of.until())))
                .or(() -> GrantRule.checkOnce(shared, to, existing, ""));
    }

    /** Empty for an account that is none of ours. */
    static Optional<PersonId> person(String uid) {
        try {
            return Optional.of(PersonId.of(uid));
        } catch (IllegalArgumentException nobodyOfOurs) {
            return Optional.empty();
        }
    }
}
