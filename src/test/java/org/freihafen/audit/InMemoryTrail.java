package org.freihafen.audit;

import org.freihafen.access.Actor;
import org.freihafen.ids.PersonId;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A trail for tests; keeps the promises of {@link TrailContract}. Nobody can tamper with it. */
public final class InMemoryTrail implements Trail {
    private final InstantSource clock;
    private final List<AuditLine> lines = new ArrayList<>();

    public InMemoryTrail(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void append(AuditEntry entry) {
        lines.add(
                new AuditLine(
                        lines.size() + 1L, clock.instant().truncatedTo(ChronoUnit.MICROS), entry));
    }

    @Override
    public List<AuditLine> lines(Question question, long after, int limit) {
        return lines.stream()
                .filter(line -> line.number() > after && answers(question, line))
                .limit(limit)
                .toList();
    }

    @Override
    public List<AuditLine> latest(Question question, long before, int limit) {
        return lines.reversed().stream()
                .filter(line -> line.number() < before && answers(question, line))
                .limit(limit)
                .toList();
    }

    private static boolean answers(Question question, AuditLine line) {
        return (question.unit().isEmpty() || question.unit().equals(line.entry().unit()))
                && question.person().map(person -> concerns(person, line.entry())).orElse(true)
                && question.from().map(from -> !line.at().isBefore(from)).orElse(true);
    }

    private static boolean concerns(PersonId person, AuditEntry entry) {
        return entry.actor().equals(Actor.of(person)) || entry.subjects().contains(person.value());
    }

    @Override
    public int timesDone(PersonId actor, String what, Instant since) {
        return (int)
                lines.stream()
                        .filter(line -> line.entry().actor().equals(Actor.of(actor)))
                        .filter(line -> line.entry().what().equals(what))
                        .filter(line -> !line.at().isBefore(since))
                        .count();
    }

    @Override
    public Optional<Long> firstBroken() {
        return Optional.empty();
    }

    /** Everything so far, for a test to look at. */
    public List<AuditEntry> entries() {
        return lines.stream().map(AuditLine::entry).toList();
    }
}
