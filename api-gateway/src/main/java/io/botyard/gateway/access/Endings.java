package io.botyard.gateway.access;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells this gateway, and then the others, what ended. An ending may make somebody look again; it grants nothing. */
@Component
public class Endings {

    private final EndingsTopic topic;
    private final List<Consumer<Ending>> listeners = new CopyOnWriteArrayList<>();

    Endings(EndingsTopic topic) {
        this.topic = topic;
        topic.subscribe(this::tell);
    }

    /** Told of what ended here and, as far as it is heard of, elsewhere. Must not block. */
    public void listen(Consumer<Ending> listener) {
        listeners.add(listener);
    }

    /** Once the running transaction has committed, if there is one; before that, looking again would show nothing new. */
    public void announce(Ending ending) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    tellAll(ending);
                }
            });
        } else {
            tellAll(ending);
        }
    }

    private void tellAll(Ending ending) {
        tell(ending);
        topic.publish(ending);
    }

    private void tell(Ending ending) {
        listeners.forEach(listener -> listener.accept(ending));
    }
}
