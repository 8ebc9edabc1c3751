package dev.ephemint.server.doctor.diagnosis;

import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.at;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.failure;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.finding;
import static dev.ephemint.server.doctor.diagnosis.SymptomMatcher.status;

import dev.ephemint.server.mint.MintFailure;
import java.util.List;

/** Failures before the vendor: settings, credential, network. */
final class LocalDiagnoses {

    private static final String JAVA = "the exceptions of Java's HTTP client";
    private static final String TODAY = "2026-11-21";

    static final List<Diagnosis> ALL = List.of(
            new Diagnosis(
                    "network.proxy_refused",
                    status(407),
                    "A proxy on the way requires credentials of its own.",
                    "RFC 9110, section 15.5.8",
                    "2022-06",
                    "Let the proxy admit this machine to {host}: Ephemint has no credentials for a proxy."),
            new Diagnosis(
                    "config.refused",
                    finding(DoctorFinding.SETTINGS),
                    "The settings are invalid.",
                    "Ephemint's own checks",
                    TODAY,
                    "Change what the notes of this step name; --help lists every setting."),
            new Diagnosis(
                    "credential.unavailable",
                    failure(MintFailure.CredentialUnavailable.class),
                    "No Entra token could be obtained on this machine.",
                    "azure-identity 1.19.0",
                    "2026-11-15",
                    "Give the process an identity: AZURE_CLIENT_ID, AZURE_TENANT_ID and a secret or a workload's"
                            + " token file, or a managed identity; on a developer's machine, AZURE_TOKEN_CREDENTIALS=dev after"
                            + " az login."),
            new Diagnosis(
                    "credential.unlikely_key",
                    finding(DoctorFinding.UNLIKELY_KEY),
                    "The key does not look like one of this vendor's.",
                    "keys as the vendors issue them",
                    "2026",
                    "Check that upstream.dialect and the key belong together, and that the key is a standing one."),
            new Diagnosis(
                    "network.unknown_host",
                    unreachable("name does not resolve"),
                    "The name {host} does not resolve.",
                    JAVA,
                    TODAY,
                    "Correct the host in upstream.url, or this machine's DNS."),
            new Diagnosis(
                    "network.refused",
                    unreachable("refused the connection"),
                    "{host} refuses the connection.",
                    JAVA,
                    TODAY,
                    "Correct host and port in upstream.url; start the server there; check the firewall."),
            new Diagnosis(
                    "network.tls",
                    unreachable("no trusted TLS"),
                    "The certificate of {host} is not trusted here, or not for that name.",
                    JAVA,
                    TODAY,
                    "Make Java trust the proxy's or gateway's authority: -Djavax.net.ssl.trustStore=FILE, or import"
                            + " it into the JDK's cacerts."),
            new Diagnosis(
                    "network.no_tls",
                    unreachable("no TLS connection"),
                    "{host} does not use TLS at that port, or a version that Java does not support.",
                    JAVA,
                    TODAY,
                    "Correct the port in upstream.url; use http:// for a plain HTTP server on this machine."),
            new Diagnosis(
                    "network.timeout",
                    at(StepName.NETWORK).and(failure(MintFailure.TimedOut.class)),
                    "The connection to {host} timed out.",
                    JAVA,
                    TODAY,
                    "Open the port of {host} that this step names (firewall, private endpoint, proxy), check that it"
                            + " uses TLS, or raise upstream.connect-timeout."),
            new Diagnosis(
                    "vendor.timeout",
                    failure(MintFailure.TimedOut.class),
                    "The vendor did not respond in time.",
                    "Ephemint's own limit",
                    TODAY,
                    "Try again; if it persists, raise upstream.timeout or check the proxy or gateway before {host}."),
            new Diagnosis(
                    "network.broken",
                    failure(MintFailure.Unreachable.class),
                    "The connection broke before a response.",
                    JAVA,
                    TODAY,
                    "Check the proxy or firewall before {host}: it cuts connections."));

    private LocalDiagnoses() {}

    private static SymptomMatcher unreachable(String reason) {
        return symptom -> symptom.failure()
                .filter(MintFailure.Unreachable.class::isInstance)
                .map(MintFailure.Unreachable.class::cast)
                .filter(failure -> failure.reason().contains(reason))
                .isPresent();
    }
}
