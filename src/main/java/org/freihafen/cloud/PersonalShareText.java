package org.freihafen.cloud;

import org.freihafen.cloud.CloudObject.PersonalShareObject;
import org.freihafen.groups.GroupId;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.shares.Grantee;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What somebody shares in person, as a few lines of {@link CloudText}. */
final class PersonalShareText {
    static final String NAME = "personal-share";
    private static final int LINES = 10;

    private PersonalShareText() {}

    static String write(PersonalShareObject share) {
        return String.join(
                "\n",
                List.of(
                        NAME,
                        share.workspace().toString(),
                        share.fileId(),
                        share.path(),
                        String.valueOf(share.file()),
                        share.by(),
                        share.to().map(PersonalShareText::write).orElse(""),
                        share.with(),
                        String.valueOf(share.permissions()),
                        share.until().map(LocalDate::toString).orElse("")));
    }

    static PersonalShareObject read(String[] lines) {
        if (lines.length != LINES) {
            throw new IllegalArgumentException("not a personal share: " + String.join("|", lines));
        }
        return new PersonalShareObject(
                UnitId.of(lines[1]),
                lines[2],
                lines[3],
                Boolean.parseBoolean(lines[4]),
                lines[5],
                lines[6].isEmpty() ? Optional.empty() : Optional.of(read(lines[6])),
                lines[7],
                Integer.parseInt(lines[8]),
                lines[9].isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(lines[9])));
    }

    private static String write(Grantee to) {
        return to.kind()
                + " "
                + switch (to) {
                    case Grantee.ToGroup(GroupId group) -> group;
                    case Grantee.ToPerson(PersonId person) -> person;
                    case Grantee.ToLink(boolean secured) -> secured;
                    case Grantee.ToMail(String address, boolean secured) -> secured + " " + address;
                    case Grantee.ToFederated(String account) -> account;
                };
    }

    private static Grantee read(String text) {
        String[] words = text.split(" ", 2);
        return switch (Grantee.Kind.valueOf(words[0])) {
            case UNIT -> new Grantee.ToGroup(GroupId.of(words[1]));
            case PERSON -> new Grantee.ToPerson(PersonId.of(words[1]));
            case LINK -> new Grantee.ToLink(Boolean.parseBoolean(words[1]));
            case MAIL -> {
                String[] mail = words[1].split(" ", 2);
                yield new Grantee.ToMail(mail[1], Boolean.parseBoolean(mail[0]));
            }
            case FEDERATED -> new Grantee.ToFederated(words[1]);
        };
    }
}
