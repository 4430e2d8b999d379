package org.freihafen.sandsight;

import org.freihafen.sandfiles.FileTree;

import java.nio.file.Path;
import java.util.List;

/**
 * How an embedded cloud is set up.
 *
 * @param directory where files and state lie; one cloud has it to itself
 * @param services the local accounts that administer Team folders
 * @param largestUpload bytes that one request may send
 * @param homeQuota bytes that each person may keep outside Team folders, or -3 for no limit
 */
public record CloudSettings(
        Path directory,
        List<ServiceAccount> services,
        Policy policy,
        BruteForce.Limits signIn,
        long largestUpload,
        long homeQuota) {

    private static final long GIBIBYTE = 1L << 30;

    /** A local account with a local group of its own, as {@code occ} would have made it. */
    public record ServiceAccount(String uid, String displayName, String group) {}

    /**
     * What the administrator of the cloud decided.
     *
     * @param enumeration whether a search finds people and groups by the beginning of a name
     * @param resharing whether a received share may be shared on
     * @param peopleShare whether anybody may share, or the service accounts alone
     * @param outward whether there are links, mail and federation
     */
    public record Policy(
            boolean enumeration, boolean resharing, boolean peopleShare, boolean outward) {}

    /** The sandbox's cloud: one service account, no enumeration, sign-in slowed gently. */
    public static CloudSettings sandbox(Path directory) {
        return new CloudSettings(
                directory,
                List.of(new ServiceAccount("freihafen-svc", "Freihafen", "freihafen")),
                new Policy(false, true, true, true),
                BruteForce.Limits.gentle(),
                4 * GIBIBYTE,
                FileTree.UNLIMITED);
    }

    /** An internal-only cloud: only its service account shares, and nobody has a home to fill. */
    public static CloudSettings internalOnly(Path directory) {
        return sandbox(directory).with(new Policy(false, false, false, false)).withHomeQuota(0);
    }

    public CloudSettings with(Policy other) {
        return new CloudSettings(directory, services, other, signIn, largestUpload, homeQuota);
    }

    public CloudSettings with(BruteForce.Limits other) {
        return new CloudSettings(directory, services, policy, other, largestUpload, homeQuota);
    }

    public CloudSettings with(List<ServiceAccount> others) {
        return new CloudSettings(directory, others, policy, signIn, largestUpload, homeQuota);
    }

    public CloudSettings withLargestUpload(long bytes) {
        return new CloudSettings(directory, services, policy, signIn, bytes, homeQuota);
    }

    public CloudSettings withHomeQuota(long bytes) {
        return new CloudSettings(directory, services, policy, signIn, largestUpload, bytes);
    }
}
