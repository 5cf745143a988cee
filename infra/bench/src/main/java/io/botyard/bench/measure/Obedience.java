package io.botyard.bench.measure;

import io.botyard.contract.wire.WireJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** The other side of a {@link Racer}: does what it is told, line by line, until there are no more lines. */
public final class Obedience {

    /** What is done with a line. */
    @FunctionalInterface
    public interface Order {
        Cost obey(String[] words) throws Exception;
    }

    private Obedience() {}

    /** The process ends with its orders, whatever else still runs in it. */
    public static void until(Order order) {
        var code = 0;
        try (var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var cost = order.obey(line.split(" ", -1));
                System.out.println(Racer.ANSWER + WireJson.mapper().writeValueAsString(cost));
            }
        } catch (IOException gone) {
            code = 1;
        } catch (Exception failure) {
            failure.printStackTrace();
            code = 1;
        }
        System.exit(code);
    }
}
