package org.freihafen.sandbox.ldap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/**
 * A file of LDIF records, each behind a comment with its length and checksum. What {@link #append}
 * returned from is on the disk, also after a power cut. A last record that was torn off is dropped
 * when the file is opened again; damage with whole records behind it is an error, for to go on
 * would lose what was acknowledged.
 */
final class ChangeLog implements AutoCloseable {
    private static final int HEADER_BYTES = "# 12345678 12345678\n".length();
    private static final HexFormat HEX = HexFormat.of();

    private final FileChannel channel;

    private ChangeLog(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Hands every whole record to the reader, oldest first, and is then ready for more.
     *
     * @throws IOException if the file is damaged before its last record
     */
    static ChangeLog open(Path file, Consumer<String> reader) throws IOException {
        byte[] all = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        int whole = 0;
        for (int length = lengthAt(all, 0); length >= 0; length = lengthAt(all, whole)) {
            int body = whole + HEADER_BYTES;
            reader.accept(new String(all, body, length, StandardCharsets.UTF_8));
            whole = body + length;
        }
        for (int at = whole + 1; at < all.length; at++) {
            if (all[at] == '#' && lengthAt(all, at) >= 0) {
                throw new IOException(
                        file + " is damaged at byte " + whole + ": restore it from a backup.");
            }
        }
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.truncate(whole);
        channel.position(whole);
        return new ChangeLog(channel);
    }

    /** The length of the whole record that begins here, or -1. */
    private static int lengthAt(byte[] all, int at) {
        int rest = all.length - at - HEADER_BYTES;
        if (rest < 0 || all[at] != '#' || all[at + HEADER_BYTES - 1] != '\n') {
            return -1;
        }
        String header = new String(all, at, HEADER_BYTES, StandardCharsets.US_ASCII);
        try {
            int length = HexFormat.fromHexDigits(header, 2, 10);
            return length >= 0
                            && length <= rest
                            && header.equals(header(all, at + HEADER_BYTES, length))
                    ? length
                    : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static String header(byte[] bytes, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, length);
        return "# " + HEX.toHexDigits(length) + " " + HEX.toHexDigits((int) crc.getValue()) + "\n";
    }

    /**
     * Writes one record to the disk.
     *
     * @throws IOException if it is not there; the log is then as it was before, or takes no more
     */
    void append(String record) throws IOException {
        byte[] body = record.getBytes(StandardCharsets.UTF_8);
        String header = header(body, 0, body.length);
        ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES + body.length);
        bytes.put(header.getBytes(StandardCharsets.US_ASCII)).put(body).flip();
        long before = channel.position();
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        } catch (IOException e) {
            cutTo(before);
            throw e;
        }
    }

    private void cutTo(long length) throws IOException {
        try {
            channel.truncate(length);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Forgets everything, once it stands elsewhere. */
    void clear() throws IOException {
        channel.truncate(0);
        channel.force(true);
    }

    long size() throws IOException {
        return channel.size();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
