package dev.ephemint.server.doctor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.doctor.diagnosis.Diagnosis;
import dev.ephemint.server.doctor.probe.StepReport;
import java.util.List;

/** A report for programs: one JSON document, whose members only ever become more. */
public final class ReportJson {

    private static final int FORMAT = 1;

    private ReportJson() {}

    public static ObjectNode of(Report report) {
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("format", FORMAT)
                .put("dialect", report.dialect())
                .put("upstream", report.upstream())
                .put("sandbox", report.sandbox())
                .put("verdict", report.verdict().toString())
                .put("exit_status", report.exitStatus());
        ArrayNode steps = document.putArray("steps");
        report.steps().forEach(step -> steps.add(step(step)));
        return document;
    }

    private static ObjectNode step(StepReport step) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("step", step.step().toString())
                .put("verdict", step.verdict().toString())
                .put("summary", step.summary())
                .put("millis", step.millis());
        put(node, "notes", step.notes());
        put(node, "sent", step.sent());
        put(node, "received", step.received());
        return node.set("diagnosis", step.diagnosis().map(ReportJson::diagnosis).orElse(null));
    }

    private static ObjectNode diagnosis(Diagnosis.Named named) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("code", named.code())
                .put("cause", named.cause())
                .put("source", named.source())
                .put("date", named.date())
                .put("fix", named.fix());
    }

    private static void put(ObjectNode node, String name, List<String> lines) {
        ArrayNode array = node.putArray(name);
        lines.forEach(array::add);
    }
}
