package org.freihafen.words;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.access.Access;
import org.freihafen.access.Action;
import org.freihafen.access.Actor;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.Accounts;
import org.freihafen.ids.PersonId;
import org.freihafen.reconcile.Saying;
import org.freihafen.runs.RunLine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The lines of runs as somebody may read them. They hold people by their ids; whoever may see
 * everybody reads the names that people chose beside them, as they are now.
 */
@Dependent
public class RunTexts {
    private static final String ABOUT_SOMEBODY = "account.";

    private final Access access;
    private final Accounts accounts;

    @Inject
    public RunTexts(Access access, Accounts accounts) {
        this.access = access;
        this.accounts = accounts;
    }

    public List<RunLine> of(Actor actor, List<RunLine> lines) {
        return access.allows(actor, Action.SEE_PERSON) ? named(lines) : lines;
    }

    private List<RunLine> named(List<RunLine> lines) {
        Map<PersonId, String> names = new HashMap<>();
        accounts
                .byIds(
                        lines.stream()
                                .flatMap(line -> somebody(line.text()).stream())
                                .collect(Collectors.toSet()))
                .values()
                .stream()
                .filter(account -> account.state() != Account.State.ERASED)
                .forEach(account -> names.put(account.id(), account.displayName()));
        return lines.stream()
                .map(line ->
                        somebody(line.text())
                                .flatMap(id -> Optional.ofNullable(names.get(id)))
                                .map(name -> line.saying(named(line.text(), name)))
                                .orElse(line))
                .toList();
    }

    private static Optional<PersonId> somebody(Saying text) {
        return text.key().startsWith(ABOUT_SOMEBODY)
                ? Optional.of(PersonId.of(text.facts().getFirst()))
                : Optional.empty();
    }

    private static Saying named(Saying text, String name) {
        return new Saying(
                text.key(), List.of(text.facts().getFirst() + " (" + name + ")"), text.details());
    }
}
