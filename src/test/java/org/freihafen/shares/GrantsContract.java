package org.freihafen.shares;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.ids.FolderId;
import org.freihafen.ids.GrantId;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.Period;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.FolderRef;
import org.freihafen.workspaces.Workspace;
import org.freihafen.workspaces.Workspaces;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What every {@link Grants} keeps. */
public abstract class GrantsContract {
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

    protected abstract Grants grants();

    protected abstract Workspaces workspaces();

    /** From now on it is noon of this day. */
    protected abstract void now(LocalDate day);

    /** Somebody who is there, each time another. */
    protected abstract PersonId somebody();

    /** A unit that is there, each time another. */
    protected abstract UnitId someUnit();

    private UnitId someWorkspace() {
        UnitId unit = someUnit();
        workspaces().add(new Workspace(unit, "working", false));
        return unit;
    }

    private Grant grant(int n, FolderRef folder, GroupId to, Period period) {
        return grant(n, folder, new Grantee.ToGroup(to), period);
    }

    private Grant grant(int n, FolderRef folder, Grantee to, Period period) {
        return new Grant(
                new GrantId(new UUID(7, n)),
                folder,
                to,
                Set.of(Permission.READ, Permission.CREATE),
                period,
                "für die gemeinsame Klausur",
                somebody());
    }

    @Test
    void a_grant_comes_back_as_it_was_given() {
        UnitId giver = someWorkspace();
        UnitId receiver = someUnit();
        Folder minutes = new Folder(new FolderId(new UUID(8, 1)), giver, "Protokolle");
        workspaces().add(minutes);
        Grant whole =
                grant(1, FolderRef.whole(giver), new GroupId(receiver, Part.LEADS), since(MAY));
        Grant part =
                grant(2, FolderRef.of(minutes), new GroupId(receiver, Part.PEOPLE), since(MAY));
        Grants grants = grants();
        grants.add(part);
        grants.add(whole);
        assertThat(grants.byId(part.id())).contains(part);
        assertThat(grants.by(giver, MAY)).containsExactly(whole, part);
        assertThat(grants.to(receiver, MAY)).containsExactly(whole, part);
        assertThat(grants.all(MAY)).containsExactly(whole, part);
        assertThat(grants.by(receiver, MAY)).isEmpty();
        assertThat(grants.to(giver, MAY)).isEmpty();
    }

    @Test
    void a_grant_comes_back_whoever_receives_it() {
        FolderRef folder = FolderRef.whole(someWorkspace());
        PersonId anna = somebody();
        List<Grantee> all =
                List.of(
                        new Grantee.ToPerson(anna),
                        new Grantee.ToLink(true),
                        new Grantee.ToLink(false),
                        new Grantee.ToMail("presse@example.org", true),
                        new Grantee.ToFederated("anna@cloud.example.org:8443"));
        List<Grant> given = new ArrayList<>();
        for (Grantee to : all) {
            Grant grant = grant(given.size() + 1, folder, to, since(MAY));
            grants().add(grant);
            given.add(grant);
        }
        assertThat(grants().by(folder.workspace(), MAY)).isEqualTo(given);
        assertThat(grants().to(anna, MAY)).containsExactly(given.getFirst());
        assertThat(grants().to(folder.workspace(), MAY)).isEmpty();
    }

    @Test
    void a_grant_that_ended_is_known_by_its_id_only() {
        UnitId giver = someWorkspace();
        UnitId receiver = someUnit();
        Grant ended =
                grant(
                        1,
                        FolderRef.whole(giver),
                        new GroupId(receiver, Part.PEOPLE),
                        since(MAY).endingOn(JUNE));
        Grants grants = grants();
        grants.add(ended);
        assertThat(grants.by(giver, JUNE.minusDays(1))).containsExactly(ended);
        assertThat(grants.by(giver, JUNE)).isEmpty();
        assertThat(grants.to(receiver, JUNE)).isEmpty();
        assertThat(grants.byId(ended.id())).contains(ended);
        Grant never = ended.during(since(MAY).endingOn(MAY));
        grants.save(never);
        assertThat(grants.all(LocalDate.of(2020, 1, 1))).isEmpty();
    }

    @Test
    void every_decision_is_kept_and_the_past_can_be_asked() {
        UnitId giver = someWorkspace();
        Grant given =
                grant(1, FolderRef.whole(giver), new GroupId(someUnit(), Part.PEOPLE), since(MAY));
        now(MAY);
        grants().add(given);
        now(JUNE);
        PersonId other = somebody();
        Grant changed =
                given.allowing(Set.of(Permission.READ)).because("nur lesen").decidedBy(other);
        grants().save(changed);
        Grant ended = changed.during(since(MAY).endingOn(JUNE.plusDays(10)));
        now(JUNE.plusDays(10));
        grants().save(ended);

        assertThat(grants().history(given.id()))
                .extracting(GrantVersion::number, GrantVersion::grant)
                .containsExactly(tuple(1, given), tuple(2, changed), tuple(3, ended));
        assertThat(grants().asOf(MAY.minusDays(1))).isEmpty();
        assertThat(grants().asOf(MAY)).containsExactly(given);
        assertThat(grants().asOf(JUNE.minusDays(1))).containsExactly(given);
        assertThat(grants().asOf(JUNE)).containsExactly(changed);
        assertThat(grants().asOf(JUNE.plusDays(9))).containsExactly(changed);
        assertThat(grants().asOf(JUNE.plusDays(10))).isEmpty();
    }

    @Test
    void a_grant_that_begins_later_is_listed_already() {
        UnitId giver = someWorkspace();
        Grant coming =
                grant(1, FolderRef.whole(giver), new GroupId(someUnit(), Part.PEOPLE), since(JUNE));
        grants().add(coming);
        assertThat(grants().all(MAY)).containsExactly(coming);
    }

    @Test
    void permissions_and_end_change() {
        UnitId giver = someWorkspace();
        Grant grant =
                grant(1, FolderRef.whole(giver), new GroupId(someUnit(), Part.PEOPLE), since(MAY));
        Grants grants = grants();
        grants.add(grant);
        for (Permission permission : Permission.values()) {
            Grant changed = grant.allowing(Set.of(permission)).during(since(MAY).endingOn(JUNE));
            grants.save(changed);
            assertThat(grants.byId(grant.id())).contains(changed);
        }
        Grant nothing = grant.allowing(Set.of());
        grants.save(nothing);
        assertThat(grants.byId(grant.id())).contains(nothing);
        Grant unknown =
                grant(9, FolderRef.whole(giver), new GroupId(giver, Part.PEOPLE), since(MAY));
        assertThatThrownBy(() -> grants.save(unknown)).isInstanceOf(IllegalStateException.class);
    }

    private static Period since(LocalDate day) {
        return Period.since(day);
    }
}
