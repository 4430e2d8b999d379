package org.freihafen.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

import org.freihafen.web.Problem;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that ends the request once it is longer than allowed, whatever its header said. */
final class Bounded extends FilterInputStream {
    private final Problem tooLarge;
    private long left;

    Bounded(InputStream body, long mostBytes, Problem tooLarge) {
        super(body);
        this.left = mostBytes;
        this.tooLarge = tooLarge;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        count(Math.max(0, count));
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int bytes) {
        left -= bytes;
        if (left < 0) {
            throw new WebApplicationException(
                    Response.status(tooLarge.status()).entity(tooLarge).build());
        }
    }
}
