package io.botyard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import io.botyard.gateway.testing.SharesWorld;
import io.botyard.gateway.testing.World;
import java.text.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A user's operations, as audit-service knows them. */
@SharesWorld
class OperationListTest {

    private static final String LIST = "/api/user-bot/operations";

    private final World world = World.shared();
    private final World.Tenant tenant = world.tenant();

    @Test
    void operationsAreAskedForInTheUsersNameAndShownWithoutTheirOwner() throws ParseException {
        world.audit.answers(
                "/operations",
                200,
                "{\"items\":[{\"operation_id\":\"a\",\"user_id\":7,\"method\":\"getMe\"},{\"operation_id\":\"b\"}],\"next_cursor\":\"c-1\"}");
        var page = tenant.http().get(LIST + "?limit=2&cursor=b-0");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.field("next_cursor")).isEqualTo("c-1");
        assertThat(page.json().get("items").toString())
                .isEqualTo("[{\"operation_id\":\"a\",\"progress\":null},{\"operation_id\":\"b\",\"progress\":null}]");
        var asked = world.audit.asked().getLast();
        assertThat(asked.pathAndQuery()).startsWith("/operations?").contains("limit=2", "cursor=b-0");
        assertThat(SignedJWT.parse(asked.authorization().substring("Bearer ".length()))
                        .getJWTClaimsSet()
                        .getSubject())
                .isEqualTo(Long.toString(tenant.id()));
    }

    @Test
    void withoutAuditServiceTheListIsAway() {
        world.audit.answers("/operations", 500, "{}");
        var answer = tenant.http().get(LIST);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"limit=0,limit", "limit=x,limit", "cursor=%20,cursor", "user_id=7,user_id"})
    void whatCannotBeAskedForIsNotValid(String query, String field) {
        var answer = tenant.http().get(LIST + "?" + query);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.field("errors.0.field")).isEqualTo(field);
    }

    @Test
    void whatAuditServiceFindsWrongIsToldAsItSays() {
        world.audit.answers(
                "/operations", 422, "{\"errors\":[{\"field\":\"cursor\",\"code\":\"form\",\"message\":\"is old\"}]}");
        var answer = tenant.http().get(LIST + "?cursor=x");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.field("errors.0.field")).isEqualTo("cursor");
    }
}
