package org.freihafen.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.access.Access;
import org.freihafen.access.Action;
import org.freihafen.access.Actor;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.Accounts;
import org.freihafen.ids.PersonId;
import org.freihafen.runs.RunLine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The lines of runs as somebody may read them. They hold people by their ids; whoever may see
 * everybody reads the names that people chose beside them, as they are now.
 */
@Dependent
public class RunTexts {
    private static final Pattern PERSON =
            Pattern.compile("(?<=person )\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

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
                                .flatMap(line -> PERSON.matcher(line.text()).results())
                                .map(found -> PersonId.of(found.group()))
                                .collect(Collectors.toSet()))
                .values()
                .stream()
                .filter(account -> account.state() != Account.State.ERASED)
                .forEach(account -> names.put(account.id(), account.displayName()));
        return lines.stream()
                .map(line ->
                        new RunLine(
                                line.number(),
                                named(line.text(), names),
                                line.result(),
                                line.reason()))
                .toList();
    }

    private static String named(String text, Map<PersonId, String> names) {
        return PERSON.matcher(text)
                .replaceAll(found -> {
                    String name = names.get(PersonId.of(found.group()));
                    return Matcher.quoteReplacement(
                            name == null ? found.group() : found.group() + " (" + name + ")");
                });
    }
}
