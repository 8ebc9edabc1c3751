package dev.ephemint.server.doctor;

import dev.ephemint.server.dialect.UpstreamCall;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.upstream.SignedExchange;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks up the configured model in OpenAI's own list of models; what serves no such list is not at fault. */
record ModelCheck(Subject subject, Instruments instruments, Scene scene) {

    private static final int OK = 200;

    /**
     * The step, and what it found out for those after it.
     *
     * @param scene proposes only models that the vendor lists, if it lists any
     */
    record Result(StepReport step, Scene scene) {}

    Result examine() {
        Chart chart = new Chart(StepName.MODEL, scene);
        if (scene.isAzure()) {
            return unchanged(chart.skipped("only OpenAI's list of models is read"));
        }
        UpstreamCall call = UpstreamCall.get(subject.endpoint().resolve("/models"));
        try {
            chart.sent(Redaction.sent(call, subject.credential()));
            return read(chart, new SignedExchange(subject.credential(), instruments.exchange()).send(call));
        } catch (MintFailedException noResponse) {
            return unchanged(chart.skipped("GET /models: no response"));
        }
    }

    private Result read(Chart chart, UpstreamReply reply) {
        List<ListedModel> models = reply.status() == OK ? ListedModel.of(reply) : List.of();
        if (models.isEmpty()) {
            chart.received(Redaction.received(reply));
            return unchanged(chart.skipped("GET /models: status " + reply.status() + ", no list of models"));
        }
        chart.received(List.of(String.valueOf(reply.status()), "(" + models.size() + " models)"));
        Scene offering = scene.offering(models.stream().map(ListedModel::id).collect(Collectors.toSet()));
        Chart informed = chart.in(offering);
        Optional<ListedModel> configured = models.stream()
                .filter(model -> model.id().equals(scene.model()))
                .findFirst();
        StepReport step = configured
                .map(model -> listed(informed, model))
                .orElseGet(() -> informed.warn(
                        "the vendor does not list " + scene.model(),
                        informed.symptom().with(Mark.MODEL_NOT_LISTED)));
        return new Result(step, offering);
    }

    private StepReport listed(Chart chart, ListedModel model) {
        chart.received(List.of(Redaction.text(model.entry().toString())));
        Optional<LocalDate> end = model.end();
        if (end.isEmpty()) {
            return chart.ok("the vendor lists " + model.id() + " without a shutdown date");
        }
        LocalDate today = LocalDate.ofInstant(instruments.clock().instant(), ZoneOffset.UTC);
        boolean past = end.get().isBefore(today);
        String summary = "the vendor " + (past ? "shut " : "shuts ") + model.id() + " down on " + end.get();
        boolean near = !end.get().minus(subject.retirementWarning()).isAfter(today);
        return near ? chart.warn(summary, chart.symptom().with(Mark.MODEL_ENDS)) : chart.ok(summary);
    }

    private Result unchanged(StepReport step) {
        return new Result(step, scene);
    }
}
