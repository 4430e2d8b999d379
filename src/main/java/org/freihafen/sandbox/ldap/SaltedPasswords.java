package org.freihafen.sandbox.ldap;

import com.unboundid.ldap.listener.Base64PasswordEncoderOutputFormatter;
import com.unboundid.ldap.listener.InMemoryPasswordEncoder;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ReadOnlyEntry;
import com.unboundid.ldap.sdk.ResultCode;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Keeps passwords as salted PBKDF2 (RFC 8018, section 5.2), never as they were given. */
final class SaltedPasswords extends InMemoryPasswordEncoder {
    private static final int SALT_BYTES = 16;
    private static final int KEY_BITS = 256;
    private static final int ITERATIONS = 10_000;

    private final RandomGenerator random;

    SaltedPasswords(RandomGenerator random) {
        super("{PBKDF2-SHA256}", Base64PasswordEncoderOutputFormatter.getInstance());
        this.random = random;
    }

    @Override
    protected byte[] encodePassword(
            byte[] clear, ReadOnlyEntry entry, List<Modification> modifications)
            throws LDAPException {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] key = key(clear, salt);
        return ByteBuffer.allocate(SALT_BYTES + key.length).put(salt).put(key).array();
    }

    @Override
    protected void ensurePreEncodedPasswordAppearsValid(
            byte[] encoded, ReadOnlyEntry entry, List<Modification> modifications)
            throws LDAPException {
        if (encoded.length != SALT_BYTES + KEY_BITS / 8) {
            throw new LDAPException(ResultCode.PARAM_ERROR, "not a password that was kept here");
        }
    }

    @Override
    protected boolean passwordMatches(byte[] clear, byte[] encoded, ReadOnlyEntry entry)
            throws LDAPException {
        byte[] salt = Arrays.copyOf(encoded, SALT_BYTES);
        return MessageDigest.isEqual(
                key(clear, salt), Arrays.copyOfRange(encoded, SALT_BYTES, encoded.length));
    }

    @Override
    protected byte[] extractClearPassword(byte[] encoded, ReadOnlyEntry entry)
            throws LDAPException {
        throw new LDAPException(ResultCode.NOT_SUPPORTED, "a kept password cannot be read back");
    }

    private static byte[] key(byte[] clear, byte[] salt) throws LDAPException {
        char[] characters = new String(clear, StandardCharsets.UTF_8).toCharArray();
        PBEKeySpec spec = new PBEKeySpec(characters, salt, ITERATIONS, KEY_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new LDAPException(ResultCode.LOCAL_ERROR, "cannot derive a key", e);
        } finally {
            spec.clearPassword();
        }
    }

    @Override
    public void toString(StringBuilder buffer) {
        buffer.append("SaltedPasswords");
    }
}
