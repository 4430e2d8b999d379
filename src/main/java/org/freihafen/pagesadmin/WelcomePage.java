package org.freihafen.pagesadmin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.arrival.Welcoming;
import org.freihafen.arrival.Welcoming.Standing;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.People;
import org.freihafen.membership.Person;
import org.freihafen.pages.Asked;
import org.freihafen.pages.Notices;
import org.freihafen.pages.Once;
import org.freihafen.pages.Visitor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The member office lets waves of invitations go and stops them. */
@Named
@RequestScoped
public class WelcomePage {
    private static final int SHOWN = 100;

    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private Notices notices;
    @Inject private People people;
    @Inject private Welcoming welcoming;

    private final Once<Standing> standing = new Once<>();

    public Standing standing() {
        return standing.get(() -> welcoming.show(visitor.actor(), after(), SHOWN));
    }

    private Optional<PersonId> after() {
        return asked.text("after").isEmpty()
                ? Optional.empty()
                : Optional.of(asked.id("after", PersonId::of));
    }

    /** Those who need a letter on paper, as the register knows them. */
    public List<Person> unreachable() {
        Map<PersonId, Person> found = people.byIds(Set.copyOf(standing().unreachable()));
        return standing().unreachable().stream().map(found::get).toList();
    }

    /** The id after which the next page begins; empty on the last. */
    public String next() {
        List<PersonId> shown = standing().unreachable();
        return shown.size() < SHOWN ? "" : shown.getLast().toString();
    }

    public String pause() {
        welcoming.pause(visitor.actor());
        return notices.done("/welcome?faces-redirect=true", "welcome.paused");
    }

    public String resume() {
        welcoming.resume(visitor.actor());
        return notices.done("/welcome?faces-redirect=true", "welcome.resumed");
    }
}
