package dev.ephemint.server.sandbox;

import java.time.Clock;
import java.util.List;
import java.util.Set;

/** The faults of one sandbox, each wrapped around the one before it in the catalogue's order. */
record Faults(List<Fault> inOrder) {

    Faults(Set<SandboxFault> faults) {
        this(faults.stream().sorted().map(SandboxFault::fault).toList());
    }

    Clock clock(Clock clock) {
        Clock wrapped = clock;
        for (Fault fault : inOrder) {
            wrapped = fault.clock(wrapped);
        }
        return wrapped;
    }

    AzureAccess access(AzureAccess access, FaultContext context) {
        AzureAccess wrapped = access;
        for (Fault fault : inOrder) {
            wrapped = fault.access(wrapped, context);
        }
        return wrapped;
    }

    SocketContext sockets(SocketContext shared, FaultContext context) {
        SocketContext wrapped = shared;
        for (Fault fault : inOrder) {
            wrapped = fault.sockets(wrapped, context);
        }
        return wrapped;
    }

    VendorEndpoints endpoints(VendorEndpoints vendor, FaultContext context) {
        HttpEndpoint http = vendor.http();
        SocketEndpoint sockets = vendor.sockets();
        for (Fault fault : inOrder) {
            http = fault.http(http, context);
            sockets = fault.handshake(sockets, context);
        }
        return new VendorEndpoints(http, sockets, vendor.sessionPaths());
    }
}
