package org.freihafen.pagesoffice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.ids.PersonId;
import org.freihafen.pages.Asked;
import org.freihafen.pages.DisplayNames;
import org.freihafen.pages.Notices;
import org.freihafen.pages.Once;
import org.freihafen.pages.PageWords;
import org.freihafen.pages.Visitor;
import org.freihafen.recovery.AddressClaim;
import org.freihafen.recovery.Recovering;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/** New addresses of people with duties, which a second person agrees to. */
@Named
@RequestScoped
public class AddressesPage {
    private static final String PAGE = "/addresses?faces-redirect=true";

    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private PageWords words;
    @Inject private Notices notices;
    @Inject private DisplayNames names;
    @Inject private Recovering recovering;

    private final Once<List<AddressClaim>> waiting = new Once<>();

    public List<AddressClaim> waiting() {
        return waiting.get(() -> recovering.waiting(visitor.actor()));
    }

    public String name(PersonId person) {
        return names.of(person);
    }

    /** Nobody is their own second person. */
    public boolean own(AddressClaim claim) {
        return claim.person().equals(visitor.id());
    }

    /** Why the visitor does not agree to it; empty if they may. */
    public String why(AddressClaim claim) {
        return recovering
                .objection(visitor.actor(), claim)
                .map(no -> words.why(no) + " " + words.cure(no))
                .orElse("");
    }

    public @Nullable String agree() {
        return answer(true, "addresses.agreed");
    }

    public @Nullable String refuse() {
        return answer(false, "addresses.refused");
    }

    private @Nullable String answer(boolean granted, String said) {
        UUID claim = asked.id("claim", UUID::fromString);
        return notices.said(recovering.answer(visitor.actor(), claim, granted), PAGE, said);
    }
}
