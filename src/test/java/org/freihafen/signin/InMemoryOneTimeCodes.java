package org.freihafen.signin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One-time codes for tests; keeps the promises of {@link OneTimeCodesContract}. */
public final class InMemoryOneTimeCodes implements OneTimeCodes {
    private final List<OneTimeCode> codes = new ArrayList<>();

    @Override
    public void open(OneTimeCode code) {
        codes.removeIf(there -> there.person().equals(code.person()));
        codes.add(code);
    }

    @Override
    public Optional<OneTimeCode> find(String secretDigest, Instant now) {
        return codes.stream()
                .filter(code -> code.secretDigest().equals(secretDigest))
                .filter(code -> now.isBefore(code.until()))
                .findFirst();
    }

    @Override
    public boolean close(OneTimeCode code) {
        return codes.remove(code);
    }
}
