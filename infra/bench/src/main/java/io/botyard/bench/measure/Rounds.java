package io.botyard.bench.measure;

/** How often everything is measured: five times, or as often as {@code bench.rounds} says, for trying something out. */
public final class Rounds {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final double SHARE = Double.parseDouble(System.getProperty("bench.share", "1"));
    private static final boolean PEERS = Boolean.parseBoolean(System.getProperty("bench.peers", "true"));

    private Rounds() {}

    public static int count() {
        return ROUNDS;
    }

    /** Whether other people's programs are measured, too: not with {@code bench.peers=false}, for trying something out. */
    public static boolean withPeers() {
        return PEERS;
    }

    /** So much of something, or the part of it that {@code bench.share} says, for trying something out. */
    public static int share(int full) {
        return (int) (full * SHARE);
    }

    /** Says on the console that a round begins. */
    public static void begins(int round) {
        System.out.println("round " + round + " of " + ROUNDS);
    }
}
