package dev.ephemint.testing.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/**
 * Passes on the bytes of one direction, up to its fault.
 *
 * @param before number of bytes before the fault
 */
record Pump(Socket from, Socket to, Fault fault, int before, Gate gate) implements Runnable {

    private static final int BUFFER = 8_192;

    @Override
    public void run() {
        try {
            if (fault == Fault.PASS) {
                passAll();
            } else if (passFirst()) {
                breakOff();
            }
        } catch (IOException gone) {
            close();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            close();
        }
    }

    private void passAll() throws IOException {
        from.getInputStream().transferTo(to.getOutputStream());
        to.shutdownOutput();
    }

    /** Whether there are more bytes than those before the fault. */
    private boolean passFirst() throws IOException, InterruptedException {
        InputStream input = from.getInputStream();
        OutputStream output = to.getOutputStream();
        byte[] buffer = new byte[BUFFER];
        int left = before;
        for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
            int first = Math.min(read, left);
            output.write(buffer, 0, first);
            left -= first;
            if (first < read) {
                if (fault == Fault.HOLD) {
                    gate.pass();
                    output.write(buffer, first, read - first);
                }
                return true;
            }
        }
        to.shutdownOutput();
        return false;
    }

    private void breakOff() throws IOException {
        switch (fault) {
            case HOLD -> passAll();
            case SWALLOW -> from.getInputStream().transferTo(OutputStream.nullOutputStream());
            case RESET -> {
                from.setSoLinger(true, 0);
                to.setSoLinger(true, 0);
                close();
            }
            default -> {
                to.shutdownOutput();
                close();
            }
        }
    }

    private void close() {
        FaultProxy.close(from);
        FaultProxy.close(to);
    }
}
