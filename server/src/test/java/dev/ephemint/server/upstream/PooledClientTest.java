package dev.ephemint.server.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.junit.jupiter.api.Test;

final class PooledClientTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Each mint that waits holds one, and 500 of them fit into a heap of 80 MB. */
    @Test
    void connectionHoldsLessThan16KilobytesBeforeItsFirstRequest() throws Exception {
        ManagedHttpClientConnectionFactory factory = PooledClient.connectionFactory();
        factory.createConnection(null).close();

        long before = THREADS.getCurrentThreadAllocatedBytes();
        try (ManagedHttpClientConnection connection = factory.createConnection(null)) {
            long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;

            assertThat(connection.isOpen()).isFalse();
            assertThat(allocated).isLessThan(16 * 1024);
        }
    }
}
