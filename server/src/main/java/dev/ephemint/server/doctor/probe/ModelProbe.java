package dev.ephemint.server.doctor.probe;

import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.doctor.diagnosis.DiagnosisContext;
import dev.ephemint.server.doctor.diagnosis.DoctorFinding;
import dev.ephemint.server.doctor.diagnosis.StepName;
import dev.ephemint.server.mint.MintContext;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.upstream.SignedExchange;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks up the configured model in OpenAI's own list of models; what serves no such list is not at fault. */
public record ModelProbe(Target target, Probes probes, DiagnosisContext context) {

    private static final int OK = 200;

    /**
     * The step, and what it found out for those after it.
     *
     * @param context proposes only models that the vendor lists, if it lists any
     */
    public record Result(StepReport step, DiagnosisContext context) {}

    public Result examine() {
        StepRecorder recorder = new StepRecorder(StepName.MODEL, context);
        return target.dialect()
                .modelList()
                .map(list -> examine(recorder, list))
                .orElseGet(() -> unchanged(recorder.skipped("this vendor has no list of models by name")));
    }

    private Result examine(StepRecorder recorder, URI list) {
        UpstreamCall call = UpstreamCall.get(list);
        try {
            recorder.sent(Redaction.sent(call, target.credential()));
            return read(
                    recorder,
                    new SignedExchange(target.credential(), probes.exchange()).send(call, MintContext.anonymous()));
        } catch (MintFailedException noResponse) {
            return unchanged(recorder.skipped("GET /models: no response"));
        }
    }

    private Result read(StepRecorder recorder, UpstreamReply reply) {
        List<ListedModel> models = reply.status() == OK ? ListedModel.of(reply) : List.of();
        if (models.isEmpty()) {
            recorder.received(Redaction.received(reply));
            return unchanged(recorder.skipped("GET /models: status " + reply.status() + ", no list of models"));
        }
        recorder.received(List.of(String.valueOf(reply.status()), "(" + models.size() + " models)"));
        DiagnosisContext offering =
                context.offering(models.stream().map(ListedModel::id).collect(Collectors.toSet()));
        StepRecorder informed = recorder.in(offering);
        Optional<ListedModel> configured = models.stream()
                .filter(model -> model.id().equals(context.model()))
                .findFirst();
        StepReport step = configured
                .map(model -> listed(informed, model))
                .orElseGet(() -> informed.warn(
                        "the vendor does not list " + context.model(),
                        informed.symptom().with(DoctorFinding.MODEL_NOT_LISTED)));
        return new Result(step, offering);
    }

    private StepReport listed(StepRecorder recorder, ListedModel model) {
        recorder.received(List.of(Redaction.text(model.entry().toString())));
        Optional<LocalDate> end = model.end();
        if (end.isEmpty()) {
            return recorder.ok("the vendor lists " + model.id() + " without a shutdown date");
        }
        LocalDate today = LocalDate.ofInstant(probes.clock().instant(), ZoneOffset.UTC);
        boolean past = end.get().isBefore(today);
        String summary = "the vendor " + (past ? "shut " : "shuts ") + model.id() + " down on " + end.get();
        boolean near = !end.get().minus(target.retirementWarning()).isAfter(today);
        return near ? recorder.warn(summary, recorder.symptom().with(DoctorFinding.MODEL_ENDS)) : recorder.ok(summary);
    }

    private Result unchanged(StepReport step) {
        return new Result(step, context);
    }
}
