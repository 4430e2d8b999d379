package org.freihafen.rest;

import org.freihafen.structurefile.FileProblem;
import org.freihafen.web.Problem;
import org.freihafen.words.Words;

import java.util.List;
import java.util.Optional;

/** An uploaded file that cannot be taken as it is. */
public final class BadFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<FileProblem> problems;

    public BadFile(List<FileProblem> problems) {
        super(problems.size() + " problems");
        this.problems = List.copyOf(problems);
    }

    Problem problem(Words words) {
        return Problem.of(422, "file", words)
                .in(problems.stream().map(each -> field(each, words)).toList());
    }

    private static Problem.Field field(FileProblem problem, Words words) {
        return new Problem.Field(
                problem.column(),
                problem.said(words.language()),
                Optional.of(problem.line()),
                Optional.of(problem.value()),
                Optional.of(problem.cure(words.language())));
    }
}
