package io.botyard.bench.send;

import io.botyard.bench.measure.Cost;
import io.botyard.bench.measure.Racer;
import io.botyard.bench.measure.Rounds;
import io.botyard.bench.world.Traffic;
import io.botyard.contract.command.CallMethod;
import io.botyard.testkit.Commands;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The same load through a worker that is running: the calls lie in Kafka, and the time counts from when it is under
 * way. What is sent before that is sent on top.
 */
final class WorkerSends {

    private static final int HEAD_START = Rounds.share(5_000);

    private final Racer worker;
    private final Traffic traffic;
    private final Commands commands = Commands.by(Clock.systemUTC());

    WorkerSends(Racer worker, Traffic traffic) {
        this.worker = worker;
        this.traffic = traffic;
    }

    Cost run(int count) throws IOException, InterruptedException {
        traffic.send(calls(HEAD_START + count));
        traffic.awaitSuccesses(HEAD_START);
        var sends = count - traffic.early();
        var _ = worker.run("begin");
        traffic.awaitSuccesses(count);
        return worker.run("end " + sends);
    }

    private List<CallMethod> calls(int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> {
                    var user = index % Load.BOTS + 1;
                    return commands.sendMessage(user, user, Load.chat(index), Load.TEXT);
                })
                .toList();
    }
}
