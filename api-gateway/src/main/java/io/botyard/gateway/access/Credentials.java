package io.botyard.gateway.access;

import java.util.Collection;
import java.util.Map;

/**
 * Whom a credential speaks for, by what Postgres says now; what it said may be reused for a second, and no longer.
 *
 * <p>All questions end in a {@link Rejection}: {@code unauthenticated} when the credential is not, or no longer, good;
 * {@code account_suspended}; {@code part_away} when Postgres does not answer, because silence never lets anybody pass.
 */
public interface Credentials {

    /** An access token or a {@code byk_} key, as it was sent. */
    Standing check(String bearer);

    /** Whoever was let in earlier, also after the access token ran out: what they may do now. */
    Standing again(Standing earlier);

    /**
     * The same of many, read now and all at once: each with what they may do now. Who may do nothing any more is left
     * out.
     */
    Map<Standing, Standing> again(Collection<Standing> earlier);
}
