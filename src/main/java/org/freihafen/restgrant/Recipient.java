package org.freihafen.restgrant;

import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Sight;
import org.freihafen.shares.Grantee;
import org.freihafen.shares.LinkPassword;
import org.freihafen.shares.OutwardRule;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKey;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** To whom a request wants to grant: one of several sorts, each with fields of its own. */
record Recipient(
        Grantee.Kind kind,
        Optional<UnitKey> unit,
        Whose whose,
        String address,
        Optional<LinkPassword> password) {
    private static final int LONGEST = 400;

    /** Which people of a unit. */
    enum Whose {
        PEOPLE,
        LEADS,
        BOARD
    }

    static Optional<Recipient> read(Fields fields, UnitGrantsResource.ToWhom to) {
        boolean link = Objects.requireNonNullElse(to.link(), false);
        Optional<UnitKey> unit = fields.key("to.unit", to.unit());
        Optional<Whose> whose = fields.word("to.part", to.part(), Whose.class);
        Optional<String> mail = fields.text("to.mail", to.mail(), LONGEST);
        Optional<String> federated = fields.text("to.federated", to.federated(), LONGEST);
        Optional<LinkPassword> password = LinkPassword.given(to.password());
        long sorts =
                Stream.of(to.unit(), to.mail(), to.federated(), link ? "link" : "")
                        .filter(text -> text != null && !text.isBlank())
                        .count();
        if (sorts == 0) {
            fields.needed("to.unit", to.unit(), unit);
            return Optional.empty();
        }
        Grantee.Kind kind = kind(link, mail, federated);
        if (sorts > 1) {
            fields.wrong("to", "one_of", "unit, link, mail, federated");
        } else if (password.isPresent() && !kind.linked()) {
            fields.wrong("to.password", "not_for_this");
        }
        return Optional.of(
                new Recipient(
                        kind,
                        unit,
                        whose.orElse(Whose.PEOPLE),
                        OutwardRule.normal(mail.or(() -> federated).orElse("")),
                        password));
    }

    private static Grantee.Kind kind(
            boolean link, Optional<String> mail, Optional<String> federated) {
        if (link) {
            return Grantee.Kind.LINK;
        }
        if (mail.isPresent()) {
            return Grantee.Kind.MAIL;
        }
        return federated.isPresent() ? Grantee.Kind.FEDERATED : Grantee.Kind.UNIT;
    }

    /** A unit must be one that the caller sees. */
    Optional<Grantee> grantee(Sight sight, Fields fields) {
        return switch (kind) {
            case UNIT -> group(sight, fields);
            case LINK -> Optional.of(new Grantee.ToLink(password.isPresent()));
            case MAIL -> Optional.of(new Grantee.ToMail(address, password.isPresent()));
            case FEDERATED -> Optional.of(new Grantee.ToFederated(address));
            case PERSON -> Optional.empty();
        };
    }

    private Optional<Grantee> group(Sight sight, Fields fields) {
        Optional<Unit> seen = unit.flatMap(key -> sight.find(key.value()));
        if (seen.isEmpty()) {
            fields.wrong("to.unit", "not_a_key");
        }
        Optional<Unit> meant =
                whose == Whose.BOARD
                        ? seen.flatMap(of -> sight.structure().boardOf(of.id()))
                        : seen;
        if (seen.isPresent() && meant.isEmpty()) {
            fields.wrong("to.part", "no_board");
        }
        return meant.map(of ->
                new Grantee.ToGroup(
                        new GroupId(of.id(), whose == Whose.LEADS ? Part.LEADS : Part.PEOPLE)));
    }
}
