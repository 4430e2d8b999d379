package org.freihafen.pagesgroup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.accounts.Account;
import org.freihafen.accounts.Accounts;
import org.freihafen.guests.Guest;
import org.freihafen.guests.Hospitality;
import org.freihafen.guests.Hosting;
import org.freihafen.ids.PersonId;
import org.freihafen.pages.Asked;
import org.freihafen.pages.Notices;
import org.freihafen.pages.Once;
import org.freihafen.pages.PageWords;
import org.freihafen.pages.Visitor;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The guests of a group, for those who lead it. */
@Named
@RequestScoped
public class GuestsPage {
    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private PageWords words;
    @Inject private Notices notices;
    @Inject private Accounts accounts;
    @Inject private Hosting hosting;
    @Inject private Hospitality hospitality;
    @Inject private Clock clock;

    private final Once<List<GuestLine>> guests = new Once<>();

    /**
     * One guest.
     *
     * @param soon whether the stay ends soon
     */
    public record GuestLine(
            PersonId id,
            String name,
            String purpose,
            String sponsor,
            LocalDate until,
            boolean soon) {}

    public List<GuestLine> guests() {
        return guests.get(() -> {
            List<Guest> found = hosting.list(visitor.actor(), asked.unit().id());
            Map<PersonId, Account> known =
                    accounts.byIds(
                            found.stream()
                                    .flatMap(guest -> Stream.of(guest.person(), guest.sponsor()))
                                    .collect(Collectors.toSet()));
            return found.stream().map(guest -> line(guest, known)).toList();
        });
    }

    private GuestLine line(Guest guest, Map<PersonId, Account> known) {
        LocalDate soon = LocalDate.now(clock).plusDays(hospitality.reminderDays());
        return new GuestLine(
                guest.person(),
                name(known, guest.person()),
                guest.purpose(),
                name(known, guest.sponsor()),
                guest.until(),
                !guest.until().isAfter(soon));
    }

    private String name(Map<PersonId, Account> known, PersonId person) {
        return Optional.ofNullable(known.get(person))
                .map(Account::displayName)
                .filter(name -> !name.isEmpty())
                .orElse(words.say("who.unknown"));
    }

    public int longest() {
        return hospitality.longestDays();
    }

    public @Nullable String invite() {
        Optional<LocalDate> until = day();
        if (until.isEmpty()) {
            return noDay();
        }
        return notices.said(
                hosting.invite(
                        visitor.actor(),
                        asked.unit().id(),
                        new Hosting.Wish(
                                asked.text("name"),
                                asked.text("address"),
                                asked.text("purpose"),
                                until.get())),
                page(),
                "guests.invited");
    }

    public @Nullable String renew() {
        Optional<LocalDate> until = day();
        return until.isEmpty()
                ? noDay()
                : notices.said(
                        hosting.renew(visitor.actor(), guest(), until.get()),
                        page(),
                        "guests.renewed");
    }

    public @Nullable String end() {
        return notices.said(hosting.end(visitor.actor(), guest()), page(), "guests.ended");
    }

    private PersonId guest() {
        return asked.id("guest", PersonId::of);
    }

    private Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(asked.text("until")));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    private @Nullable String noDay() {
        return notices.wrong(words.say("guests.noDay"), words.say("guests.noDay.cure"));
    }

    private String page() {
        return "/guests?faces-redirect=true&key=" + asked.unit().key();
    }
}
