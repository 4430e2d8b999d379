package org.freihafen.sandbox.cloud;

import org.freihafen.sandbox.cloud.Fact.Instance;
import org.freihafen.sandbox.cloud.Fact.Node;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * What all handlers work with.
 *
 * @param busy places that are being written to right now
 */
record CloudParts(
        CloudStore store,
        Contents contents,
        FileTree tree,
        Accounts accounts,
        SeenGroups groups,
        CloudSettings settings,
        BruteForce bruteForce,
        InstantSource clock,
        Set<String> busy) {

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    String instance() {
        return store.read(
                state -> state.find(Instance.class, "instance").map(Instance::id).orElse(""));
    }

    /** A file's id as headers and {@code oc:id} give it: number and installation. */
    String longId(Node node) {
        return "%08d%s".formatted(node.id(), instance());
    }
}
