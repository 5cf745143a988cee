package io.botyard.worker.guarantee;

import io.botyard.contract.CommandId;
import io.botyard.contract.Message;
import io.botyard.contract.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A worker that is made to end, or to freeze, at a step of a deed. */
record Trial(Deed deed, Step step, boolean frozen) {

    static Trial ended(Deed deed, Step step) {
        return new Trial(deed, step, false);
    }

    static Trial frozen(Deed deed, Step step) {
        return new Trial(deed, step, true);
    }

    /** What is to be seen afterwards, in words that are the same each time. */
    String observed(Stage stage, Customer customer, CommandId command) {
        var seen = new ArrayList<String>();
        seen.addAll(told(stage.eventsOf(command)));
        seen.addAll(told(stage.outcomesOf(command)));
        seen.addAll(told(stage.outcomesOf(command.derived("test_message"))));
        if (deed == Deed.POISON) {
            seen.add("set aside " + times(stage.letters(command)));
        }
        if (deed == Deed.ROTATION) {
            seen.add("rows behind: " + stage.rowsBehind());
        }
        seen.add(
                deed == Deed.FULL_BACKLOG
                        ? "messages sent twice: " + stage.sentTwice(customer)
                        : "Telegram asked " + times(stage.asked(customer)));
        return String.join("; ", seen);
    }

    String row(String observed) {
        return "| " + deed.words() + " | " + step.words() + " | " + (frozen ? "frozen" : "ended") + " | " + observed
                + " |";
    }

    /** In their order, each kind once under an id: an event may be told again. */
    private static List<String> told(List<? extends Event> records) {
        return records.stream()
                .collect(Collectors.groupingBy(
                        Message::messageId,
                        java.util.LinkedHashMap::new,
                        Collectors.mapping(Event::kind, Collectors.toList())))
                .values()
                .stream()
                .map(kinds -> kinds.stream().distinct().toList())
                .map(kinds -> "`" + String.join("`, then `", kinds) + "`" + (kinds.size() > 1 ? " under one id" : ""))
                .toList();
    }

    private static String times(long count) {
        return switch ((int) count) {
            case 0 -> "never";
            case 1 -> "once";
            case 2 -> "twice";
            default -> count + " times";
        };
    }
}
