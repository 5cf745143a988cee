package io.botyard.worker.guarantee;

import io.botyard.sandbox.ledger.Call;

/** What Telegram did about a call that arrived. */
final class Acts {

    private Acts() {}

    /** Also when nobody was told: the connection was closed, or the answer is still to come. */
    static boolean acted(Call arrived) {
        var answer = arrived.answer();
        return answer == null || answer.ok() || answer.status() == 0;
    }
}
