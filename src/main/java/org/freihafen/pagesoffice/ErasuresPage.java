package org.freihafen.pagesoffice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.erasure.Erasing;
import org.freihafen.erasure.Erasing.Outlook;
import org.freihafen.erasure.Erasing.Upcoming;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.MemberNumber;
import org.freihafen.membership.People;
import org.freihafen.membership.Person;
import org.freihafen.membership.Tombstones.Cause;
import org.freihafen.pages.Asked;
import org.freihafen.pages.Notices;
import org.freihafen.pages.Once;
import org.freihafen.pages.PageWords;
import org.freihafen.pages.Visitor;
import org.freihafen.reconcile.Held;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who will be erased, when and why; and the member office's word if they are very many. */
@Named
@RequestScoped
public class ErasuresPage {
    private static final int SHOWN = 100;

    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private PageWords words;
    @Inject private Notices notices;
    @Inject private People people;
    @Inject private Erasing erasing;

    private final Once<Outlook> outlook = new Once<>();
    private final Once<List<Upcoming>> later = new Once<>();
    private final Once<List<Line>> lines = new Once<>();

    /**
     * One of them, as the register knows them until then.
     *
     * @param revocable at their request, which can be taken back
     */
    public record Line(
            String id,
            String name,
            String number,
            String why,
            boolean revocable,
            String told,
            LocalDate end) {}

    private Outlook outlook() {
        return outlook.get(() -> erasing.show(visitor.actor()));
    }

    public int count() {
        return outlook().people().size();
    }

    public Held held() {
        return outlook().held();
    }

    /** Those who are not on the pages before, the next first. */
    private List<Upcoming> later() {
        return later.get(() ->
                outlook().people().stream()
                        .filter(each -> place(each).compareTo(after()) > 0)
                        .sorted(Comparator.comparing(ErasuresPage::place))
                        .toList());
    }

    /** Where somebody stands in the list, whoever before them is erased meanwhile. */
    private static String place(Upcoming upcoming) {
        return upcoming.end() + "." + upcoming.farewell().person();
    }

    /** After whom this page begins; empty on the first. */
    public String after() {
        return asked.text("after");
    }

    /** After whom the next page begins; empty on the last. */
    public String next() {
        return later().size() > SHOWN ? place(later().get(SHOWN - 1)) : "";
    }

    public List<Line> lines() {
        return lines.get(() -> {
            List<Upcoming> shown = later().stream().limit(SHOWN).toList();
            Map<PersonId, Person> known =
                    people.byIds(
                            shown.stream()
                                    .map(each -> each.farewell().person())
                                    .collect(Collectors.toSet()));
            return shown.stream()
                    .map(each ->
                            line(each, Optional.ofNullable(known.get(each.farewell().person()))))
                    .toList();
        });
    }

    private Line line(Upcoming upcoming, Optional<Person> person) {
        return new Line(
                upcoming.farewell().person().toString(),
                person.map(Person::name).orElse(""),
                person.flatMap(Person::number).map(MemberNumber::value).orElse("–"),
                words.say(
                        "erasures.why." + upcoming.farewell().cause(),
                        words.day(upcoming.farewell().since())),
                upcoming.farewell().cause() == Cause.ASKED,
                words.say("erasures.told", upcoming.farewell().told()),
                upcoming.end());
    }

    public @Nullable String withdraw() {
        return notices.said(
                erasing.withdraw(visitor.actor(), asked.id("person", PersonId::of)),
                "/erasures?faces-redirect=true",
                "erasures.withdrawn");
    }

    public @Nullable String approve() {
        return notices.said(
                erasing.approve(visitor.actor(), asked.text("hash")),
                "/erasures?faces-redirect=true",
                "erasures.approved");
    }
}
