package io.botyard.testkit.part;

/** A PostgreSQL server that can go away and come back under the same address with everything it had. */
public interface DatabasePart {

    /** JDBC, ending with a slash: a database's name follows. */
    String serverUrl();

    /** Of the superuser {@code postgres}. */
    String password();

    void stop();

    /** With -9: it goes without warning. */
    void kill();

    void start();
}
