package org.freihafen.sandbox;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.nio.file.Path;

/**
 * Ends the server when the program that started it ends, where {@code
 * freihafen.sandbox.ends-with-parent} asks for that. Maven leaves its child running when it is
 * stopped by anything but Ctrl-C.
 */
@ApplicationScoped
public class ParentWatch {

    private final boolean wanted;

    @Inject
    public ParentWatch(
            @ConfigProperty(name = "freihafen.sandbox.ends-with-parent") boolean wanted) {
        this.wanted = wanted;
    }

    void watch(@Observes @Priority(0) Startup startup) {
        if (wanted) {
            Thread.ofPlatform().daemon().name("parent-watch").start(ParentWatch::endWithParent);
        }
    }

    private static void endWithParent() {
        ProcessHandle.current()
                .parent()
                .filter(ParentWatch::isJava)
                .ifPresent(parent -> parent.onExit().join());
        System.exit(0);
    }

    /** An orphan's parent is whoever adopts orphans on this machine, never Java. */
    private static boolean isJava(ProcessHandle parent) {
        return parent.info()
                .command()
                .map(command -> Path.of(command).endsWith("java"))
                .orElse(false);
    }
}
