package io.botyard.audit.search;

import io.botyard.audit.entry.QueryParameters;
import io.botyard.audit.entry.proof.Verifications;
import io.botyard.contract.UserId;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whether the trail is as it was signed, for admins. */
@RestController
final class VerifyController {
    private static final String USER_ID = "user_id";
    private final Verifications verifications;

    VerifyController(Verifications verifications) {
        this.verifications = verifications;
    }

    @GetMapping("/audit/verify")
    VerifyAnswer verify(@RequestParam MultiValueMap<String, String> query) {
        var parameters = new QueryParameters(query, Set.of(USER_ID));
        var user = parameters.one(
                USER_ID,
                "is a user's number",
                text -> QueryParameters.number(text).map(UserId::new));
        parameters.complete();
        return VerifyAnswer.of(verifications.of(user));
    }
}
