package io.botyard.audit.trail.verify;

import io.botyard.audit.entry.proof.CannotVerify;
import io.botyard.audit.entry.proof.SealedHeads;
import io.botyard.contract.event.HeadsSigned;
import io.botyard.contract.wire.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Seals in a file, one in each line as JSON: a copy of {@code audit.heads} that nobody here can reach. */
record FileSeals(Path file) implements SealedHeads {
    @Override
    public long read(@Nullable Long user, Consumer<HeadsSigned> taker) {
        var foreign = 0L;
        try (var lines = Files.newBufferedReader(file)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var seal = parse(line);
                seal.ifPresent(taker);
                foreign += seal.isEmpty() ? 1 : 0;
            }
            return foreign;
        } catch (IOException unreadable) {
            throw new CannotVerify(file + " cannot be read", unreadable);
        }
    }

    /** Makes the file of these; it is there when it is whole. Returns how many seals it holds. */
    long write(SealedHeads seals) {
        var count = new long[1];
        var draft = file.resolveSibling(file.getFileName() + ".part");
        try (var out = Files.newBufferedWriter(draft)) {
            var _ = seals.read(null, seal -> {
                try {
                    out.write(WireJson.mapper().writeValueAsString(seal));
                    out.newLine();
                } catch (IOException unwritable) {
                    throw new UncheckedIOException(unwritable);
                }
                count[0]++;
            });
        } catch (IOException | UncheckedIOException unwritable) {
            throw new CannotVerify(file + " cannot be written", unwritable);
        }
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new CannotVerify(file + " cannot be written", unwritable);
        }
        return count[0];
    }

    private static Optional<HeadsSigned> parse(String line) {
        try {
            return Optional.ofNullable(WireJson.mapper().readValue(line, HeadsSigned.class));
        } catch (JacksonException noSeal) {
            return Optional.empty();
        }
    }
}
