package dev.ephemint.server.app.load;

import dev.ephemint.server.http.RawCaller;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A program: callers that ask for one mint each, all at once. It prints status and milliseconds of each. */
public final class ManyCallers {

    private ManyCallers() {}

    /** @param arguments address of the service, and the number of callers */
    public static void main(String[] arguments) throws Exception {
        URI service = URI.create(arguments[0]);
        int callers = Integer.parseInt(arguments[1]);
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        CountDownLatch ready = new CountDownLatch(callers);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<String>> all = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            all.add(threads.submit(() -> {
                ready.countDown();
                start.await();
                return mint(service);
            }));
        }
        ready.await();
        System.out.println("begun now");
        start.countDown();
        for (Future<String> one : all) {
            System.out.println(one.get());
        }
        threads.shutdown();
    }

    /** Connecting counts, too. */
    private static String mint(URI service) {
        long begun = System.nanoTime();
        String status;
        try (RawCaller caller = RawCaller.of(service)) {
            status = caller.send(RawCaller.mint()).receive().substring(9, 12);
        } catch (IOException | RuntimeException broken) {
            status = "none";
        }
        return "mint " + status + " " + (System.nanoTime() - begun) / 1_000_000;
    }
}
