package io.botyard.gateway;

import io.botyard.contract.wire.PartitionCountMismatch;
import io.botyard.contract.wire.Topic;
import io.botyard.gateway.commands.TopicSetup;
import io.botyard.gateway.identity.Deployment;
import io.botyard.gateway.live.LiveTopics;
import io.botyard.gateway.operations.ReplyReader;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Before the first request is served the topics are there, and no reply and no event can be missed. */
@Component
class Opening implements SmartLifecycle {

    private final KafkaSettings settings;
    private final Deployment deployment;
    private final TopicSetup topics;
    private final ReplyReader replies;
    private final LiveTopics live;
    private volatile boolean running;

    Opening(KafkaSettings settings, Deployment deployment, TopicSetup topics, ReplyReader replies, LiveTopics live) {
        this.settings = settings;
        this.deployment = deployment;
        this.topics = topics;
        this.replies = replies;
        this.live = live;
    }

    @Override
    public void start() {
        var agreed = deployment.partitions(settings.partitions());
        if (agreed != settings.partitions()) {
            throw new PartitionCountMismatch(Topic.BOT_COMMANDS.topicName(), agreed, settings.partitions());
        }
        topics.ensure(agreed);
        replies.start(agreed);
        live.start();
        running = true;
    }

    @Override
    public void stop() {
        topics.stop();
        replies.stop();
        live.stop();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Ahead of the web server, and stopped after it. */
    @Override
    public int getPhase() {
        return 0;
    }
}
