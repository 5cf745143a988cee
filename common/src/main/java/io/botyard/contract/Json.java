package io.botyard.contract;

/** A JSON value carried as its text, unread. */
public record Json(String text) {

    public static final Json NULL = new Json("null");
}
