package dev.ephemint.server.sandbox.fault;

import dev.ephemint.server.sandbox.azure.AzureAccess;
import dev.ephemint.server.sandbox.socket.SocketContext;
import dev.ephemint.server.sandbox.socket.SocketEndpoint;
import dev.ephemint.server.sandbox.socket.VendorEndpoints;
import dev.ephemint.server.sandbox.wire.HttpEndpoint;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** The faults of one sandbox, each wrapped around the one before it in the catalogue's order. */
public record FaultChain(List<Fault> inOrder) {

    public FaultChain(Set<SandboxFault> faults) {
        this(faults.stream().sorted().map(SandboxFault::fault).toList());
    }

    public Clock clock(Clock clock) {
        Clock wrapped = clock;
        for (Fault fault : inOrder) {
            wrapped = fault.clock(wrapped);
        }
        return wrapped;
    }

    public AzureAccess access(AzureAccess access, FaultContext context) {
        AzureAccess wrapped = access;
        for (Fault fault : inOrder) {
            wrapped = fault.access(wrapped, context);
        }
        return wrapped;
    }

    public SocketContext sockets(SocketContext shared, FaultContext context) {
        SocketContext wrapped = shared;
        for (Fault fault : inOrder) {
            wrapped = fault.sockets(wrapped, context);
        }
        return wrapped;
    }

    public VendorEndpoints endpoints(VendorEndpoints vendor, FaultContext context) {
        HttpEndpoint http = vendor.http();
        SocketEndpoint sockets = vendor.sockets();
        for (Fault fault : inOrder) {
            http = fault.http(http, context);
            sockets = fault.handshake(sockets, context);
        }
        return new VendorEndpoints(http, sockets, vendor.sessionPaths());
    }
}
