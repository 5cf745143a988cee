package io.botyard.standalone;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The superadmin that the first start makes.
 *
 * @param password none when the operator chose it at an earlier start: it is kept nowhere
 * @param news this is the first start and the password was made up, so the operator must be told
 */
public record FirstAdmin(String email, Optional<String> password, boolean news) {

    static final String USUAL_EMAIL = "admin@botyard.local";

    private static final String EMAIL = "email: ";
    private static final String PASSWORD = "password: ";

    /** As this file remembers; at the first start as the operator wishes, and remembered from then on. */
    static FirstAdmin in(Path file, AdminWish wish) {
        var kept = new OwnerOnlyFile(file);
        return kept.lines().map(lines -> read(lines, wish)).orElseGet(() -> make(kept, wish));
    }

    private static FirstAdmin read(List<String> lines, AdminWish wish) {
        var password = after(PASSWORD, lines).or(wish::password);
        return new FirstAdmin(after(EMAIL, lines).orElse(USUAL_EMAIL), password, false);
    }

    private static FirstAdmin make(OwnerOnlyFile file, AdminWish wish) {
        var email = wish.email().orElse(USUAL_EMAIL);
        if (wish.password().isPresent()) {
            file.write(List.of(EMAIL + email, "the password is what BOTYARD_ADMIN_PASSWORD was at the first start"));
            return new FirstAdmin(email, wish.password(), false);
        }
        var generated = Passwords.generate();
        file.write(List.of(EMAIL + email, PASSWORD + generated));
        return new FirstAdmin(email, Optional.of(generated), true);
    }

    private static Optional<String> after(String label, List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(label))
                .map(line -> line.substring(label.length()))
                .findFirst();
    }

    @Override
    public String toString() {
        return "FirstAdmin[redacted]";
    }
}
