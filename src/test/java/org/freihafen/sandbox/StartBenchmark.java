package org.freihafen.sandbox;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * How long the sandbox takes to be ready with an empty store, against Payara Micro with a war that
 * holds the same libraries and nothing of ours.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class StartBenchmark {
    private static final int ROUNDS = 5;

    @TempDir private Path directory;

    @Test
    void a_start_costs_little_more_than_the_server_underneath()
            throws IOException, InterruptedException {
        Path product = Path.of(System.getProperty("freihafen.war"));
        Path bare = emptied(product);
        List<Cost> ours = new ArrayList<>();
        List<Cost> theirs = new ArrayList<>();
        List<Cost> loading = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            try (SandboxProcess server = start("bare-" + round, bare)) {
                theirs.add(untilReady(server));
            }
            try (SandboxProcess sandbox = start("start-" + round, product)) {
                Cost ready = untilReady(sandbox);
                ours.add(ready);
                sandbox.awaitConsole("The sandbox is loaded");
                loading.add(Cost.of(sandbox).minus(ready));
            }
        }
        Cost our = Cost.median(ours);
        Cost their = Cost.median(theirs);
        System.out.printf(
                "start to ready: %s, Payara Micro with the same libraries: %s, ratio %.2f"
                        + " (%.2f of processor); the example loads in another %s%n",
                our,
                their,
                our.seconds() / their.seconds(),
                our.processorSeconds() / their.processorSeconds(),
                Cost.median(loading));
    }

    private SandboxProcess start(String name, Path war) throws IOException {
        return SandboxProcess.start(directory.resolve(name), name, war);
    }

    private static Cost untilReady(SandboxProcess server) throws InterruptedException {
        server.awaitReady();
        return Cost.of(server);
    }

    /** Since its start; what the processor spent does not depend on who else is at work. */
    private record Cost(double seconds, double processorSeconds) {
        static Cost of(SandboxProcess server) {
            return new Cost(server.seconds(), server.processorSeconds());
        }

        Cost minus(Cost before) {
            return new Cost(seconds - before.seconds, processorSeconds - before.processorSeconds);
        }

        static Cost median(List<Cost> costs) {
            return new Cost(median(costs, Cost::seconds), median(costs, Cost::processorSeconds));
        }

        private static double median(List<Cost> costs, ToDoubleFunction<Cost> figure) {
            return costs.stream()
                    .mapToDouble(figure)
                    .sorted()
                    .skip(costs.size() / 2)
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public String toString() {
            return "%.2f s (%.2f s of processor)".formatted(seconds, processorSeconds);
        }
    }

    /** Libraries and beans.xml only. */
    private Path emptied(Path war) throws IOException {
        Path emptied = directory.resolve("empty.war");
        try (ZipFile from = new ZipFile(war.toFile());
                OutputStream out = Files.newOutputStream(emptied);
                ZipOutputStream to = new ZipOutputStream(out)) {
            Enumeration<? extends ZipEntry> entries = from.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                String name = entry.getName();
                if (name.startsWith("WEB-INF/lib/") || name.equals("WEB-INF/beans.xml")) {
                    to.putNextEntry(new ZipEntry(name));
                    try (InputStream in = from.getInputStream(entry)) {
                        in.transferTo(to);
                    }
                }
            }
        }
        return emptied;
    }
}
