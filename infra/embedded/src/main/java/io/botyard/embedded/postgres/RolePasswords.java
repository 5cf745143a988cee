package io.botyard.embedded.postgres;

/** What each of Botyard's database roles logs in with. */
public record RolePasswords(String migrator, String gateway, String worker, String audit) {

    @Override
    public String toString() {
        return "RolePasswords[redacted]";
    }
}
