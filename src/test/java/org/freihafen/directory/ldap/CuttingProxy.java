package org.freihafen.directory.ldap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Stands before a server on loopback and cuts every connection after so many bytes of answers. */
final class CuttingProxy implements AutoCloseable {

    private final ServerSocket listening;
    private final int serverPort;
    private final int bytes;

    CuttingProxy(int serverPort, int bytes) throws IOException {
        this.listening = new ServerSocket(0, 10, InetAddress.ofLiteral("127.0.0.1"));
        this.serverPort = serverPort;
        this.bytes = bytes;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Socket server = new Socket(InetAddress.ofLiteral("127.0.0.1"), serverPort);
                Thread.ofVirtual().start(() -> copy(client, server, Integer.MAX_VALUE));
                Thread.ofVirtual().start(() -> copy(server, client, bytes));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void copy(Socket from, Socket to, int most) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[512];
            int left = most;
            for (int read = in.read(buffer); read >= 0 && left > 0; read = in.read(buffer)) {
                out.write(buffer, 0, Math.min(read, left));
                left -= read;
            }
        } catch (IOException e) {
            // Whoever was cut off knows.
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
