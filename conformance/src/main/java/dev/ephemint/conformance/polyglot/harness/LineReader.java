package dev.ephemint.conformance.polyglot.harness;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads the lines of a program, none longer than 16 MB, and waits for none forever. */
final class LineReader implements AutoCloseable {
    private static final int LONGEST = 1 << 24;

    private final InputStream in;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread reader = new Thread(task, "harness-output");
        reader.setDaemon(true);
        return reader;
    });

    LineReader(InputStream in) {
        this.in = in;
    }

    /** Empty if the output has ended. */
    Optional<String> next(Duration deadline) throws HarnessException {
        Future<Optional<String>> line = thread.submit(this::read);
        try {
            return line.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new HarnessException("the harness did not respond within " + deadline);
        } catch (ExecutionException e) {
            throw new HarnessException("the harness's output could not be read: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HarnessException("interrupted");
        }
    }

    private Optional<String> read() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return Optional.empty();
            }
            if (line.size() == LONGEST) {
                throw new IOException("a line is longer than " + LONGEST + " bytes");
            }
            line.write(next);
        }
        return Optional.of(line.toString(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
