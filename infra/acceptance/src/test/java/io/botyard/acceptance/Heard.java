package io.botyard.acceptance;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Every word that Botyard said to anybody: status, headers and body of each answer, frames, and why sockets were closed. */
final class Heard {

    private final Map<String, List<String>> words = new ConcurrentHashMap<>();

    /** Keeps an answer. */
    HttpResponse<String> by(HttpResponse<String> answer) {
        add(
                answer.request().method() + " " + answer.uri().getPath(),
                answer.statusCode() + " " + answer.headers().map() + " " + answer.body());
        return answer;
    }

    /** Keeps all that was said on a socket. */
    void on(String socket, Listening listening) {
        listening.words().forEach(word -> add(socket, word));
    }

    private void add(String place, String word) {
        words.computeIfAbsent(place, _ -> new CopyOnWriteArrayList<>()).add(word);
    }

    /** By the request, or the socket. */
    Map<String, List<String>> words() {
        return Map.copyOf(words);
    }
}
