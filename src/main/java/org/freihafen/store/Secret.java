package org.freihafen.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key under which this installation hashes what it must recognise and must not keep. It lies
 * beside the database, so that a stolen copy of the database alone cannot be guessed through.
 */
public final class Secret {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;

    private Secret(String text) {
        key = new SecretKeySpec(text.getBytes(UTF_8), ALGORITHM);
    }

    /**
     * The secret as configured.
     *
     * @throws IllegalArgumentException if it is too short to be one
     */
    public static Secret of(String configured) {
        String text = configured.strip();
        if (text.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "freihafen.secret is too short: give it at least "
                            + SHORTEST
                            + " random characters, or leave it out and Freihafen makes one");
        }
        return new Secret(text);
    }

    /** The secret in a file that only its owner can read; it is made if it is not there. */
    public static Secret in(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return of(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the file "
                            + file
                            + " with the installation's secret cannot be read or made: let"
                            + " Freihafen's user own it and its directory",
                    e);
        }
    }

    private static void make(Path file) throws IOException {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path draft =
                Files.createTempFile(
                        file.toAbsolutePath().getParent(),
                        file.getFileName().toString(),
                        ".new",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.write(UTF_8.encode(HexFormat.of().formatHex(random)));
            channel.force(true); // or a power cut leaves a secret without content
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Seals a text, so that only this installation can read it again: AES-GCM under a key made from
     * the secret, with the nonce before it.
     *
     * @param purpose a text sealed for one purpose cannot be opened for another
     */
    public String seal(String purpose, String text) {
        byte[] nonce = new byte[NONCE];
        new SecureRandom().nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, purpose, nonce).doFinal(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(nonce) + HexFormat.of().formatHex(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** Opens what {@link #seal} made; empty if this secret did not seal it. */
    public Optional<String> open(String purpose, String sealed) {
        try {
            byte[] bytes = HexFormat.of().parseHex(sealed);
            byte[] nonce = Arrays.copyOf(bytes, NONCE);
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, purpose, nonce);
            return Optional.of(
                    new String(cipher.doFinal(bytes, NONCE, bytes.length - NONCE), UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, String purpose, byte[] nonce) throws GeneralSecurityException {
        byte[] bytes = HexFormat.of().parseHex(digest("seal", purpose));
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(bytes, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    /**
     * Hashes a text by HMAC-SHA-256 (RFC 2104).
     *
     * @param purpose keeps equal texts of different meaning apart
     */
    public String digest(String purpose, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(purpose.getBytes(UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }
}
