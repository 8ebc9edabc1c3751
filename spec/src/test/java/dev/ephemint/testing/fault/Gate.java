package dev.ephemint.testing.fault;

/** Holds threads until it is opened, for good. */
final class Gate {

    private boolean open;
    private int held;

    synchronized void pass() throws InterruptedException {
        held++;
        notifyAll();
        while (!open) {
            wait();
        }
    }

    synchronized void awaitHeld() throws InterruptedException {
        while (held == 0) {
            wait();
        }
    }

    synchronized void open() {
        open = true;
        notifyAll();
    }
}
