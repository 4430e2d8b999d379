package org.freihafen.privacy;

import org.freihafen.ids.PersonId;
import org.freihafen.retention.Retained;

import java.time.Instant;
import java.util.List;

/** What is held about somebody (GDPR article 15), and what each sort of it is for. */
public record PersonRecord(PersonId person, Instant at, List<Section> sections) {
    /** One sort of data with its row of the retention table. */
    public record Section(Retained kept, List<Held.Entry> entries) {}
}
