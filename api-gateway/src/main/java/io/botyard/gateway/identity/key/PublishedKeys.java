package io.botyard.gateway.identity.key;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A JSON Web Key Set of P-256 keys, as clients find it described. */
@Schema(name = "PublishedKeys")
record PublishedKeys(List<Key> keys) {

    /** The public part of one. */
    @Schema(name = "PublishedKey")
    record Key(
            String kty,
            String crv,
            String kid,
            String x,
            String y,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String use,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String alg,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long iat) {}
}
