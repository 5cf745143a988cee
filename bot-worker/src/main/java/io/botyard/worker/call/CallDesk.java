package io.botyard.worker.call;

import io.botyard.ratelimit.RateBuckets;
import io.botyard.worker.telegram.BotApi;
import java.time.Clock;

/** What every call needs on its way. */
record CallDesk(
        Permission permission,
        Gates gates,
        RateBuckets buckets,
        BotApi telegram,
        CallJournal journal,
        Judgement judgement,
        TokenRejection rejection,
        CallSettings settings,
        Clock clock) {}
