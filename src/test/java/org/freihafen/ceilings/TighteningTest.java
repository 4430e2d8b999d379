package org.freihafen.ceilings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.freihafen.governance.Harbour.as;

import org.freihafen.access.Decision;
import org.freihafen.access.Denied;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.governance.Harbour;
import org.freihafen.granting.Granting;
import org.freihafen.ids.GrantId;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Grantee;
import org.freihafen.shares.LinkPassword;
import org.freihafen.shares.Permission;
import org.freihafen.workspaces.FolderRef;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Ceilings refuse with whose rule and what would be allowed; tightening shows first who loses. */
class TighteningTest {
    private static final Set<Permission> READ = Set.of(Permission.READ);
    private static final Ceiling THIRTY_DAYS_WITH_PASSWORD =
            new Ceiling(Set.of(Grantee.Kind.LINK), Optional.of(30), true);

    private final Harbour harbour = new Harbour();

    private Decision<Grant> grant(Grantee to, Optional<LocalDate> until) {
        return harbour.granting()
                .grant(
                        as(harbour.lea),
                        new Granting.Wish(
                                FolderRef.whole(harbour.umwelt.id()),
                                to,
                                READ,
                                until,
                                "Presse",
                                to.asksPassword()
                                        ? Optional.of(new LinkPassword("leuchtturm-43"))
                                        : Optional.empty()));
    }

    private static <T> T done(Decision<T> decision) {
        assertThat(decision.refusal()).isEmpty();
        return ((Decision.Done<T>) decision).value();
    }

    private static Refusal refused(Decision<?> decision) {
        return decision.refusal().orElseThrow();
    }

    @Test
    void a_refusal_names_whose_rule_it_is_and_what_would_be_allowed() {
        harbour.cloudCeilings = new CloudCeilings(Map.of("working", THIRTY_DAYS_WITH_PASSWORD));

        Refusal mail = refused(grant(new Grantee.ToMail("a@example.org", true), Optional.empty()));
        assertThat(mail.rule()).isEqualTo(Rule.CEILING_KIND);
        assertThat(mail.facts()).containsExactly("working", "link", "mail");
        Refusal open = refused(grant(new Grantee.ToLink(false), Optional.empty()));
        assertThat(open.rule()).isEqualTo(Rule.CEILING_PASSWORD);
        Refusal endless = refused(grant(new Grantee.ToLink(true), Optional.empty()));
        assertThat(endless.rule()).isEqualTo(Rule.CEILING_LONGEST);
        LocalDate last = harbour.today.plusDays(29);
        assertThat(endless.facts()).containsExactly("working", "30", last.toString());

        done(grant(new Grantee.ToLink(true), Optional.of(last)));
        assertThat(refused(grant(new Grantee.ToLink(true), Optional.of(last.plusDays(1)))).rule())
                .isEqualTo(Rule.CEILING_LONGEST);
    }

    @Test
    void tightening_shows_first_what_it_ends_and_shortens_and_then_does_exactly_that() {
        Grant open = done(grant(new Grantee.ToLink(false), Optional.empty()));
        Grant endless = done(grant(new Grantee.ToLink(true), Optional.empty()));
        Grant brief = done(grant(new Grantee.ToLink(true), Optional.of(harbour.today.plusDays(5))));

        assertThat(done(look(THIRTY_DAYS_WITH_PASSWORD)))
                .containsExactlyInAnyOrder(
                        new Tightening.Cut(open, harbour.today),
                        new Tightening.Cut(endless, harbour.today.plusDays(30)));
        assertThat(harbour.unitCeilings.all()).isEmpty();
        assertThat(refused(tighten(Set.of(open.id()))).rule()).isEqualTo(Rule.CHANGED_SINCE_SHOWN);

        done(tighten(Set.of(open.id(), endless.id())));
        assertThat(harbour.grants.by(harbour.umwelt.id(), harbour.today))
                .extracting(Grant::id)
                .containsExactlyInAnyOrder(endless.id(), brief.id());
        assertThat(harbour.grants.byId(endless.id()).flatMap(Grant::until))
                .contains(harbour.today.plusDays(30));
        assertThat(refused(grant(new Grantee.ToLink(false), Optional.empty())).facts())
                .contains(harbour.umwelt.name());
    }

    private Decision<List<Tightening.Cut>> look(Ceiling wished) {
        return harbour.tightening().look(as(harbour.lea), harbour.umwelt.id(), wished);
    }

    private Decision<List<Tightening.Cut>> tighten(Set<GrantId> shown) {
        return harbour.tightening()
                .tighten(as(harbour.lea), harbour.umwelt.id(), THIRTY_DAYS_WITH_PASSWORD, shown);
    }

    @Test
    void nobody_widens_what_stands_above() {
        harbour.cloudCeilings = new CloudCeilings(Map.of("working", Ceiling.CLOSED));

        Refusal wider = refused(look(THIRTY_DAYS_WITH_PASSWORD));
        assertThat(wider.rule()).isEqualTo(Rule.CEILING_WIDER);
        assertThat(wider.facts()).startsWith("working");
    }

    @Test
    void only_those_who_lead_tighten() {
        Tightening tightening = harbour.tightening();
        assertThatThrownBy(
                        () -> tightening.look(as(harbour.max), harbour.umwelt.id(), Ceiling.CLOSED))
                .isInstanceOf(Denied.class);
    }

    @Test
    void a_ceiling_is_read_as_it_is_written() {
        List<String> problems = new ArrayList<>();
        Map<String, String> written = Map.of("to", "link, mail", "days", "90", "password", "true");
        assertThat(Ceiling.read("x.", key -> Optional.ofNullable(written.get(key)), problems))
                .isEqualTo(
                        new Ceiling(
                                Set.of(Grantee.Kind.LINK, Grantee.Kind.MAIL),
                                Optional.of(90),
                                true));
        assertThat(Ceiling.read("x.", _ -> Optional.empty(), problems)).isEqualTo(Ceiling.OPEN);
        Map<String, String> nobody = Map.of("to", "nobody");
        assertThat(Ceiling.read("x.", key -> Optional.ofNullable(nobody.get(key)), problems))
                .isEqualTo(Ceiling.CLOSED);
        assertThat(problems).isEmpty();
        Ceiling.read("x.", _ -> Optional.of("quatsch"), problems);
        assertThat(problems).hasSize(3);
    }
}
