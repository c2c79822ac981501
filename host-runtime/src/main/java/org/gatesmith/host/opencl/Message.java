package org.gatesmith.host.opencl;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the host and its OpenCL process say to each other: one line of words, so that no word can break the line. A request is a
 * number, a command and its arguments; an answer is the number of its request, {@code ok} or a fault, and what there is to tell.
 */
record Message(List<String> words) {

    private static final Pattern SPACE = Pattern.compile(" ");

    Message {
        words = List.copyOf(words);
    }

    static Message of(String first, Object... more) {
        return new Message(Stream.concat(Stream.of(first), Stream.of(more).map(Object::toString))
                .toList());
    }

    static Message parse(String line) {
        return new Message(Stream.of(SPACE.split(line, -1))
                .map(word -> URLDecoder.decode(word, StandardCharsets.UTF_8))
                .toList());
    }

    /** The message behind a number. */
    Message numbered(long number) {
        return new Message(
                Stream.concat(Stream.of(Long.toString(number)), words.stream()).toList());
    }

    /** The message without its first word. */
    Message rest() {
        return new Message(words.subList(1, words.size()));
    }

    String word(int index) {
        return words.get(index);
    }

    long number(int index) {
        return Long.parseLong(words.get(index));
    }

    /** An empty word is written as nothing between two spaces, so the line always splits into the same words. */
    String line() {
        return words.stream()
                .map(word -> URLEncoder.encode(word, StandardCharsets.UTF_8))
                .collect(Collectors.joining(" "));
    }
}
