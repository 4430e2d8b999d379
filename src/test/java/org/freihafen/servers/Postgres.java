package org.freihafen.servers;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Debian's PostgreSQL, without the waiting for disks that only real data needs. */
public final class Postgres {

    public static final String USER = "freihafen";
    public static final String PASSWORD = "freihafen";

    private static @Nullable Postgres shared;

    private final AtomicInteger databases = new AtomicInteger();
    private final int port;
    private final Daemon daemon;

    private Postgres(Path home, Path programs) {
        this.port = Daemon.freePort();
        String data = home.resolve("data").toString();
        Daemon.run(
                Daemon.as(
                        "postgres",
                        List.of(
                                programs.resolve("initdb").toString(),
                                "--pgdata=" + data,
                                "--username=" + USER,
                                "--auth=trust",
                                "--encoding=UTF8",
                                "--locale=C.UTF-8",
                                "--no-sync",
                                "--no-instructions")));
        this.daemon =
                new Daemon(
                        Daemon.as(
                                "postgres",
                                List.of(
                                        programs.resolve("postgres").toString(),
                                        "-D",
                                        data,
                                        "-p",
                                        String.valueOf(port),
                                        "-c",
                                        "listen_addresses=127.0.0.1",
                                        "-c",
                                        "unix_socket_directories=" + home,
                                        "-c",
                                        "shared_buffers=32MB",
                                        "-c",
                                        "fsync=off",
                                        "-c",
                                        "full_page_writes=off")),
                        home.resolve("log"),
                        this::takesConnections,
                        "INT");
        daemon.start();
    }

    /** The one that all tests of this JVM share; each takes a database of its own in it. */
    public static synchronized Postgres shared() {
        if (shared == null) {
            shared = started();
        }
        return shared;
    }

    /** One of its own, for tests that stop it. */
    public static Postgres started() {
        Path programs = Servers.program("postgres", 0).resolveSibling("");
        Path home = Daemon.directory("postgres");
        Daemon.hand(home, "postgres");
        return new Postgres(home, programs);
    }

    /** The JDBC address of a new and empty database. */
    public String freshDatabase() {
        String name = "test_" + databases.incrementAndGet();
        try (Connection connection =
                        DriverManager.getConnection(address("postgres"), USER, PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return address(name);
    }

    private boolean takesConnections() {
        try (Connection connection =
                DriverManager.getConnection(address("postgres"), USER, PASSWORD)) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    private String address(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public void stop() {
        daemon.stop();
    }

    public void restart() {
        daemon.stop();
        daemon.start();
    }

    /** Ends it as {@code kill -9} would; {@link #restart} brings it back. */
    public void kill() {
        daemon.kill();
    }
}
