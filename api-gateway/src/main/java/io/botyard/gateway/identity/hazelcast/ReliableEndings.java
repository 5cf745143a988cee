package io.botyard.gateway.identity.hazelcast;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.topic.ITopic;
import com.hazelcast.topic.Message;
import com.hazelcast.topic.ReliableMessageListener;
import io.botyard.gateway.access.Ending;
import io.botyard.gateway.access.EndingsTopic;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Endings on a reliable topic. */
@Component
final class ReliableEndings implements EndingsTopic {

    private static final Logger LOG = LoggerFactory.getLogger(ReliableEndings.class);
    private static final String NAME = "gateway.endings";

    private final ITopic<EndingRow> topic;

    ReliableEndings(HazelcastInstance hazelcast) {
        this.topic = hazelcast.getReliableTopic(NAME);
    }

    @Override
    public void publish(Ending ending) {
        try {
            topic.publishAsync(EndingRow.of(ending)).whenComplete((done, failure) -> {
                if (failure != null) {
                    notTold(failure);
                }
            });
        } catch (RuntimeException away) {
            notTold(away);
        }
    }

    private static void notTold(Throwable failure) {
        LOG.atWarn().addKeyValue("reason", failure.getClass().getSimpleName()).log("ending not told to other gateways");
    }

    @Override
    public void subscribe(Consumer<Ending> listener) {
        topic.addMessageListener(new Ear(listener));
    }

    /** Hears what is said from now on, and goes on listening whatever it missed. */
    private record Ear(Consumer<Ending> listener) implements ReliableMessageListener<EndingRow> {

        @Override
        public void onMessage(Message<EndingRow> message) {
            message.getMessageObject().ending().ifPresent(listener);
        }

        @Override
        public long retrieveInitialSequence() {
            return -1;
        }

        @Override
        public void storeSequence(long sequence) {
            // Nothing is caught up on after a restart: a new gateway remembers nothing that could have ended.
        }

        @Override
        public boolean isLossTolerant() {
            return true;
        }

        @Override
        public boolean isTerminal(Throwable failure) {
            return false;
        }
    }
}
