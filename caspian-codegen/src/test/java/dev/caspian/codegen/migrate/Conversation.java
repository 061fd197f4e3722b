package dev.caspian.codegen.migrate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A dialogue with somebody who has prepared the answers, or with nobody. */
final class Conversation implements Dialogue {

    private final Deque<String> answers;
    private final boolean ends;
    final List<String> said = new ArrayList<>();
    final List<String> remarks = new ArrayList<>();
    final List<String> questions = new ArrayList<>();

    private Conversation(List<String> answers, boolean ends) {
        this.answers = new ArrayDeque<>(answers);
        this.ends = ends;
    }

    static Conversation with(String... answers) {
        return new Conversation(List.of(answers), false);
    }

    static Conversation withNobody() {
        return new Conversation(List.of(), false);
    }

    /** With somebody who ends the input behind these answers. */
    static Conversation endingAfter(String... answers) {
        return new Conversation(List.of(answers), true);
    }

    @Override
    public void say(String line) {
        said.add(line);
    }

    @Override
    public void remark(String line) {
        remarks.add(line);
    }

    @Override
    public void warn(String line) {
        remarks.add(line);
    }

    @Override
    public void write(String text) {
        said.add(text);
    }

    @Override
    public Optional<String> ask(String question) {
        questions.add(question);
        if (ends && answers.isEmpty()) {
            throw new EndOfInputException();
        }
        return Optional.ofNullable(answers.poll());
    }
}
