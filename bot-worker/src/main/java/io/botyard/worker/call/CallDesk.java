package io.botyard.worker.call;

import io.botyard.ratelimit.RateBuckets;
import io.botyard.worker.fleet.CallBodies;
import io.botyard.worker.fleet.Fleet;
import io.botyard.worker.telegram.Breakers;
import java.time.Clock;

/** What every call needs on its way. */
record CallDesk(
        Fleet fleet,
        CallBodies bodies,
        Permission permission,
        Gates gates,
        RateBuckets buckets,
        Pace pace,
        Breakers breakers,
        Asking telegram,
        RateLimiting rateLimiting,
        Judgement judgement,
        TokenRejection rejection,
        Queued queued,
        CallSettings settings,
        Clock clock) {}
