package org.freihafen.reach;

import org.freihafen.ids.PersonId;

import java.time.LocalDate;
import java.util.List;

/** What a person can reach on a day, and why; as far as whoever asked may know. */
public record PersonReach(PersonId person, LocalDate day, List<Way> ways) {}
