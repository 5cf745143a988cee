package io.botyard.sandbox.method;

import io.botyard.sandbox.exchange.Parameters;
import java.util.Optional;
import java.util.zip.CRC32;
import tools.jackson.databind.node.ObjectNode;

/** A file: uploaded, named by its file id, or by a URL. The sandbox keeps its name at most, never its bytes. */
record FileAttachment(String field) implements Attachment {

    @Override
    public Optional<ObjectNode> read(Parameters parameters) {
        String given = parameters.text(field);
        return given.isEmpty() ? Optional.empty() : Optional.of(fields(given));
    }

    @Override
    public String absence() {
        return "there is no " + field.replace('_', ' ') + " in the request";
    }

    ObjectNode fields(String given) {
        ObjectNode fields = Attachment.fields();
        ObjectNode file = field.equals("photo") ? fields.putArray("photo").addObject() : fields.putObject(field);
        describe(file, given);
        return fields;
    }

    private void describe(ObjectNode file, String given) {
        String unique = uniqueId(given);
        boolean known = given.matches("[A-Za-z0-9_-]+");
        file.put("file_id", known ? given : "sandbox-" + field + "-" + unique)
                .put("file_unique_id", unique)
                .put("file_size", 1);
        switch (field) {
            case "photo" -> file.put("width", 1).put("height", 1);
            case "video", "animation" -> file.put("width", 1).put("height", 1).put("duration", 1);
            case "audio", "voice" -> file.put("duration", 1);
            case "video_note" -> file.put("length", 1).put("duration", 1);
            case "sticker" ->
                file.put("type", "regular")
                        .put("width", 512)
                        .put("height", 512)
                        .put("is_animated", false)
                        .put("is_video", false);
            default -> file.put("file_name", "file");
        }
    }

    private static String uniqueId(String given) {
        CRC32 crc = new CRC32();
        crc.update(given.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }
}
