package io.botyard.gateway.bots;

import io.botyard.contract.command.CallBody;
import io.botyard.gateway.access.ProblemCode;
import io.botyard.gateway.access.Rejection;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.fileupload2.core.FileItemInput;

/** Parameters sent as a form with files in it; the body goes on byte for byte. */
final class MultipartParameters {

    private MultipartParameters() {}

    static CallParameters of(String contentType, byte[] body) {
        try {
            var fields = fields(new PartReader.Body(contentType, body));
            fields.forEach(LocalFiles::refuse);
            return new CallParameters(
                    CallBody.of(contentType, body),
                    Optional.ofNullable(fields.get(ChatId.FIELD)).map(ChatId::checked),
                    fields.entrySet().stream().anyMatch(field -> PaymentToken.in(field.getKey(), field.getValue())));
        } catch (IOException malformed) {
            throw Rejection.of(ProblemCode.MALFORMED_REQUEST, "The body is not the multipart form it says it is.");
        }
    }

    private static Map<String, String> fields(PartReader.Body body) throws IOException {
        var names = new HashSet<String>();
        var fields = new HashMap<String, String>();
        var parts = new PartReader().getItemIterator(body);
        while (parts.hasNext()) {
            var part = parts.next();
            var name = part.getFieldName();
            if (name == null || !names.add(name) || (!part.isFormField() && name.equals(ChatId.FIELD))) {
                throw Rejection.of(ProblemCode.MALFORMED_REQUEST, "Each part has a name of its own.");
            }
            if (part.isFormField()) {
                fields.put(name, text(part));
            }
        }
        if (names.isEmpty()) {
            throw Rejection.of(ProblemCode.MALFORMED_REQUEST, "The form has no parts.");
        }
        return fields;
    }

    private static String text(FileItemInput part) throws IOException {
        try (var content = part.getInputStream()) {
            return StrictJson.text(content.readAllBytes());
        }
    }
}
