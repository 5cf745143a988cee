package io.botyard.bench.measure;

/** How often everything is measured: five times, or as often as {@code bench.rounds} says, for trying something out. */
public final class Rounds {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);

    private Rounds() {}

    public static int count() {
        return ROUNDS;
    }

    /** Says on the console that a round begins. */
    public static void begins(int round) {
        System.out.println("round " + round + " of " + ROUNDS);
    }
}
