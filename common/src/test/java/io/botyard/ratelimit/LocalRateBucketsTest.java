package io.botyard.ratelimit;

class LocalRateBucketsTest extends RateBucketsContract {

    private final RateBuckets buckets = new LocalRateBuckets(time);

    @Override
    protected RateBuckets buckets() {
        return buckets;
    }
}
