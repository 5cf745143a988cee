package io.botyard.gateway.operations;

/** What audit-service says to who wants an export. */
public sealed interface ExportAnswer {

    /** It comes; whoever has it closes it. */
    record Begun(Export export) implements ExportAnswer {}

    record Not(AuditAnswer why) implements ExportAnswer {}
}
