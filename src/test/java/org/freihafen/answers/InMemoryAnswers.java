package org.freihafen.answers;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Answers for tests; keeps the promises of {@link AnswersContract}. */
public final class InMemoryAnswers implements Answers {
    private final Map<String, Asking> begun = new HashMap<>();
    private final Map<String, Answer> answers = new HashMap<>();

    @Override
    public Stand begin(Asking asking, Duration kept) {
        Asking before = begun.get(asking.request());
        if (before == null || !asking.at().isBefore(before.at().plus(kept))) {
            forget(asking.request());
            begun.put(asking.request(), asking);
            return new Stand.First();
        }
        return Optional.ofNullable(answers.get(asking.request()))
                .filter(_ -> before.body().equals(asking.body()))
                .<Stand>map(Stand.Answered::new)
                .orElseGet(Stand.Begun::new);
    }

    @Override
    public void keep(String request, Answer answer) {
        answers.put(request, answer);
    }

    @Override
    public void forget(String request) {
        begun.remove(request);
        answers.remove(request);
    }
}
