package org.freihafen.sandsight;

import org.freihafen.sandfiles.CloudStore;
import org.freihafen.sandfiles.Contents;
import org.freihafen.sandfiles.Fact.Instance;
import org.freihafen.sandfiles.Fact.Node;
import org.freihafen.sandfiles.FileTree;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * What all handlers work with.
 *
 * @param busy places that are being written to right now
 */
public record CloudParts(
        CloudStore store,
        Contents contents,
        FileTree tree,
        Accounts accounts,
        SeenGroups groups,
        CloudSettings settings,
        BruteForce bruteForce,
        InstantSource clock,
        Set<String> busy) {

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    String instance() {
        return store.read(
                state -> state.find(Instance.class, "instance").map(Instance::id).orElse(""));
    }

    /** A file's id as headers and {@code oc:id} give it: number and installation. */
    public String longId(Node node) {
        return "%08d%s".formatted(node.id(), instance());
    }
}
