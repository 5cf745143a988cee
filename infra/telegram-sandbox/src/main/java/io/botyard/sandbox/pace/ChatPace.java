package io.botyard.sandbox.pace;

/** One chat of a bot: its meters and its penalty. */
final class ChatPace {

    final Penalty penalty = new Penalty();
    private final Meter[] meters;

    ChatPace(Pace pace, boolean group) {
        this.meters = group
                ? new Meter[] {new RateMeter(pace.chat()), new QuotaMeter(pace.group())}
                : new Meter[] {new RateMeter(pace.chat())};
    }

    long waitFrom(long now) {
        long wait = 0;
        for (Meter meter : meters) {
            wait = Math.max(wait, meter.waitFrom(now));
        }
        return wait;
    }

    void send(long now) {
        for (Meter meter : meters) {
            meter.send(now);
        }
    }

    boolean rested(long now) {
        for (Meter meter : meters) {
            if (!meter.rested(now)) {
                return false;
            }
        }
        return penalty.forgiven(now);
    }
}
