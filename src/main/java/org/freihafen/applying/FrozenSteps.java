package org.freihafen.applying;

import org.freihafen.enrolment.RosterStep;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.MemberNumber;
import org.freihafen.membership.Status;
import org.freihafen.reconcile.Change;
import org.freihafen.roster.RosterEntry;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** The steps of an approved plan as bytes, so that they stand fast whatever changes meanwhile. */
final class FrozenSteps {
    private static final int FORM = 1;

    private FrozenSteps() {}

    static byte[] frozen(List<RosterStep> steps) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new DeflaterOutputStream(bytes)))) {
            out.writeInt(FORM);
            out.writeInt(steps.size());
            for (RosterStep step : steps) {
                write(out, step);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, RosterStep step) throws IOException {
        out.writeUTF(step.change().key().value());
        Optional<RosterEntry> before = Optional.empty();
        Optional<RosterEntry> after = Optional.empty();
        switch (step.change()) {
            case Change.Create<MemberNumber, RosterEntry>(_, RosterEntry desired) ->
                    after = Optional.of(desired);
            case Change.Update<MemberNumber, RosterEntry>(_, RosterEntry was, RosterEntry is) -> {
                before = Optional.of(was);
                after = Optional.of(is);
            }
            case Change.Delete<MemberNumber, RosterEntry>(_, RosterEntry was) ->
                    before = Optional.of(was);
        }
        write(out, before);
        write(out, after);
        writeId(out, step.person().map(PersonId::value));
        out.writeBoolean(step.rights());
    }

    private static void write(DataOutputStream out, Optional<RosterEntry> entry)
            throws IOException {
        out.writeBoolean(entry.isPresent());
        if (entry.isPresent()) {
            RosterEntry e = entry.get();
            out.writeUTF(e.number().value());
            out.writeUTF(e.givenName());
            out.writeUTF(e.familyName());
            out.writeUTF(e.email());
            writeId(out, e.place().map(UnitId::value));
            out.writeInt(e.joinedDay());
            out.writeInt(e.leftDay());
            out.writeInt(e.balanceCents());
            out.writeInt(e.reminders());
            out.writeUTF(e.status().name());
        }
    }

    private static void writeId(DataOutputStream out, Optional<UUID> id) throws IOException {
        out.writeBoolean(id.isPresent());
        if (id.isPresent()) {
            out.writeLong(id.get().getMostSignificantBits());
            out.writeLong(id.get().getLeastSignificantBits());
        }
    }

    static List<RosterStep> thawed(byte[] bytes) {
        try (DataInputStream in =
                new DataInputStream(
                        new BufferedInputStream(
                                new InflaterInputStream(new ByteArrayInputStream(bytes))))) {
            if (in.readInt() != FORM) {
                throw new IllegalStateException("steps of a plan in another form");
            }
            int count = in.readInt();
            List<RosterStep> steps = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                steps.add(step(in));
            }
            return steps;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RosterStep step(DataInputStream in) throws IOException {
        MemberNumber number = new MemberNumber(in.readUTF());
        Optional<RosterEntry> before = entry(in);
        Optional<RosterEntry> after = entry(in);
        Optional<PersonId> person = id(in).map(PersonId::new);
        Change<MemberNumber, RosterEntry> change;
        if (before.isEmpty()) {
            change = new Change.Create<>(number, after.orElseThrow());
        } else if (after.isEmpty()) {
            change = new Change.Delete<>(number, before.get());
        } else {
            change = new Change.Update<>(number, before.get(), after.get());
        }
        return new RosterStep(change, person, in.readBoolean());
    }

    private static Optional<RosterEntry> entry(DataInputStream in) throws IOException {
        return in.readBoolean()
                ? Optional.of(
                        new RosterEntry(
                                new MemberNumber(in.readUTF()),
                                in.readUTF(),
                                in.readUTF(),
                                in.readUTF(),
                                id(in).map(UnitId::new),
                                in.readInt(),
                                in.readInt(),
                                in.readInt(),
                                in.readInt(),
                                Status.valueOf(in.readUTF())))
                : Optional.empty();
    }

    private static Optional<UUID> id(DataInputStream in) throws IOException {
        return in.readBoolean()
                ? Optional.of(new UUID(in.readLong(), in.readLong()))
                : Optional.empty();
    }
}
