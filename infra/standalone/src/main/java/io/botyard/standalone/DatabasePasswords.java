package io.botyard.standalone;

import io.botyard.embedded.postgres.RolePasswords;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What PostgreSQL's roles of one data directory log in with: made once, kept with it. */
record DatabasePasswords(String superuser, RolePasswords roles) {

    private static final int COUNT = 5;

    static DatabasePasswords in(Path file) {
        var kept = new OwnerOnlyFile(file);
        var passwords = kept.lines().orElseGet(() -> make(kept));
        if (passwords.size() != COUNT) {
            throw new Refused(file + " is damaged: PostgreSQL's passwords were in it. Put the right one back.");
        }
        return new DatabasePasswords(
                passwords.get(0),
                new RolePasswords(passwords.get(1), passwords.get(2), passwords.get(3), passwords.get(4)));
    }

    private static List<String> make(OwnerOnlyFile file) {
        var passwords = Stream.generate(Passwords::generate).limit(COUNT).toList();
        file.write(passwords);
        return passwords;
    }

    @Override
    public String toString() {
        return "DatabasePasswords[redacted]";
    }
}
