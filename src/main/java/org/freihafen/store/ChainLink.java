package org.freihafen.store;

import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.AuditLine;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * What ties a line of the audit trail to the one before: its hash covers that one's, everything the
 * line says, and the digest of its reason.
 */
record ChainLink(Optional<String> reasonDigest, String previous, String hash) {

    static ChainLink after(String previous, AuditLine line, Optional<String> reasonDigest) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(previous);
            out.writeLong(line.number());
            out.writeUTF(line.at().toString());
            AuditEntry entry = line.entry();
            write(out, entry.actor().somebody().map(PersonId::value));
            out.writeUTF(entry.what());
            write(out, entry.unit().map(UnitId::value));
            out.writeInt(entry.subjects().size());
            for (UUID subject : entry.subjects()) {
                out.writeUTF(subject.toString());
            }
            out.writeUTF(reasonDigest.orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ChainLink(reasonDigest, previous, sha256(bytes.toByteArray()));
    }

    private static void write(DataOutputStream out, Optional<UUID> id) throws IOException {
        out.writeUTF(id.map(UUID::toString).orElse(""));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
