package io.botyard.audit.operations;

import io.botyard.audit.entry.Projection;
import io.botyard.contract.CommandId;
import io.botyard.contract.Message;
import io.botyard.contract.command.BotCommand;
import io.botyard.contract.event.BotEvent;
import io.botyard.contract.event.CallOutcome;
import io.botyard.contract.event.CallParked;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Follows every command from its acceptance to its end, and counts a bot's usage when a call first ends. */
@Component
final class OperationProjection implements Projection {
    private final OperationRows operations;
    private final UsageCounters usage;

    OperationProjection(OperationRows operations, UsageCounters usage) {
        this.operations = operations;
        this.usage = usage;
    }

    @Override
    public void keep(List<Message> batch) {
        var news = news(batch);
        if (news.isEmpty()) {
            return;
        }
        var before = operations.of(news.stream().map(News::id).collect(Collectors.toUnmodifiableSet()));
        var after = new LinkedHashMap<>(before);
        var firstEndings = new ArrayList<Ending>();
        for (var each : news) {
            var known = after.get(each.id());
            if (each instanceof Ending ending && (known == null || !known.finished())) {
                firstEndings.add(ending);
            }
            after.put(each.id(), each.appliedTo(known));
        }
        operations.write(changed(before, after), before.keySet());
        usage.count(firstEndings);
    }

    private static List<News> news(List<Message> batch) {
        var news = new ArrayList<News>();
        for (var message : batch) {
            switch (message) {
                case BotCommand command -> news.add(Acceptance.of(command));
                case CallOutcome outcome -> news.add(Endings.of(outcome));
                case CallParked parked -> news.add(Parking.of(parked));
                case BotEvent event -> ControlEndings.of(event).ifPresent(news::add);
                default -> {}
            }
        }
        return news;
    }

    private static List<Operation> changed(Map<CommandId, Operation> before, Map<CommandId, Operation> after) {
        return after.values().stream()
                .filter(operation -> !Objects.equals(before.get(operation.id()), operation))
                .toList();
    }
}
