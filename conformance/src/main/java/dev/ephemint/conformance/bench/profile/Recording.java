package dev.ephemint.conformance.bench.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/** A file of Flight Recorder. */
record Recording(Path file) {
    private static final String CPU_TIME = "jdk.CPUTimeSample";
    private static final Set<String> RUNNING = Set.of("jdk.ExecutionSample", "jdk.NativeMethodSample");

    /** Of each sample, the methods from the innermost on; samples of CPU time alone if there are any. */
    List<List<String>> stacks() throws IOException {
        List<List<String>> byTime = new ArrayList<>();
        List<List<String>> running = new ArrayList<>();
        try (RecordingFile events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                String name = event.getEventType().getName();
                if (name.equals(CPU_TIME)) {
                    byTime.add(methods(event.getStackTrace()));
                } else if (RUNNING.contains(name)) {
                    running.add(methods(event.getStackTrace()));
                }
            }
        }
        return byTime.isEmpty() ? running : byTime;
    }

    /** None if the stack could not be walked. */
    private static List<String> methods(@Nullable RecordedStackTrace stack) {
        List<String> methods = new ArrayList<>();
        if (stack != null) {
            for (RecordedFrame frame : stack.getFrames()) {
                RecordedMethod method = frame.getMethod();
                methods.add(method.getType().getName() + "." + method.getName());
            }
        }
        return methods;
    }
}
