package org.freihafen.pagesoffice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.access.Action;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.Accounts;
import org.freihafen.disuse.LookingForUse;
import org.freihafen.disuse.PuttingToRest;
import org.freihafen.disuse.PuttingToRest.Outlook;
import org.freihafen.disuse.PuttingToRest.Upcoming;
import org.freihafen.ids.PersonId;
import org.freihafen.pages.Asked;
import org.freihafen.pages.Notices;
import org.freihafen.pages.Once;
import org.freihafen.pages.PageWords;
import org.freihafen.pages.Visitor;
import org.freihafen.reconcile.Held;
import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whose account nobody seems to use, and whose rests; the office's word if they are very many. */
@Named
@RequestScoped
public class UnusedPage {
    private static final String PAGE = "/unused?faces-redirect=true";
    private static final int SHOWN = 200;

    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private PageWords words;
    @Inject private Notices notices;
    @Inject private Accounts accounts;
    @Inject private LookingForUse looking;
    @Inject private PuttingToRest putting;

    private final Once<Outlook> outlook = new Once<>();

    /** One account, by the name that its holder chose. */
    public record Line(String id, String name, String when) {}

    public boolean open() {
        return asked.mayEverywhere(Action.RULE_UNUSED);
    }

    /** Whether the directory tells who uses their account. */
    public boolean looks() {
        return looking.looks();
    }

    private Outlook outlook() {
        return outlook.get(() -> putting.show(visitor.actor()));
    }

    public int known() {
        return outlook().known();
    }

    public Held held() {
        return outlook().held();
    }

    public int toldCount() {
        return outlook().told().size();
    }

    public List<Line> told() {
        List<Upcoming> shown = outlook().told().stream().limit(SHOWN).toList();
        Map<PersonId, Account> known =
                accounts.byIds(shown.stream().map(Upcoming::person).collect(Collectors.toSet()));
        return shown.stream()
                .map(each ->
                        new Line(
                                each.person().toString(),
                                Optional.ofNullable(known.get(each.person()))
                                        .map(Account::displayName)
                                        .orElse(""),
                                words.say(
                                        "unused.when",
                                        words.day(each.last()),
                                        words.day(each.rests()))))
                .toList();
    }

    public int restingCount() {
        return outlook().resting().size();
    }

    public List<Line> resting() {
        return accounts.byIds(Set.copyOf(outlook().resting())).values().stream()
                .sorted(Comparator.comparing(Account::displayName))
                .limit(SHOWN)
                .map(account -> new Line(account.id().toString(), account.displayName(), ""))
                .toList();
    }

    public @Nullable String bringBack() {
        return notices.said(
                putting.bringBack(visitor.actor(), asked.id("person", PersonId::of)),
                PAGE,
                "unused.back");
    }

    public @Nullable String approve() {
        return notices.said(
                putting.approve(visitor.actor(), asked.text("hash")), PAGE, "unused.approved");
    }
}
