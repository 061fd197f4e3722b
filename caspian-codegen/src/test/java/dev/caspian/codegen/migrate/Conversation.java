package dev.caspian.codegen.migrate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A dialogue with somebody who has prepared the answers, or with nobody. */
final class Conversation implements Dialogue {

    private final Deque<String> answers;
    final List<String> said = new ArrayList<>();
    final List<String> remarks = new ArrayList<>();
    final List<String> questions = new ArrayList<>();

    private Conversation(List<String> answers) {
        this.answers = new ArrayDeque<>(answers);
    }

    static Conversation with(String... answers) {
        return new Conversation(List.of(answers));
    }

    static Conversation withNobody() {
        return new Conversation(List.of());
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
        return Optional.ofNullable(answers.poll());
    }
}
