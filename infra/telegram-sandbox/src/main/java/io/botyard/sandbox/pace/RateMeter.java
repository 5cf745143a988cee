package io.botyard.sandbox.pace;

/** A bucket, kept as the one moment at which it would be full again. */
final class RateMeter implements Meter {

    private final double interval;
    private final double slack;
    private double fullAt;

    RateMeter(Rate rate) {
        this.interval = (double) rate.per().toMillis() / rate.sends();
        this.slack = interval * (rate.burst() - 1);
    }

    @Override
    public long waitFrom(long now) {
        double early = fullAt - slack - now;
        return early <= 0.5 ? 0 : (long) Math.ceil(early);
    }

    @Override
    public void send(long now) {
        fullAt = Math.max(fullAt, (double) now) + interval;
    }

    @Override
    public boolean rested(long now) {
        return fullAt <= now;
    }
}
