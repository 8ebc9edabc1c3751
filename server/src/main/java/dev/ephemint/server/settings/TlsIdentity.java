package dev.ephemint.server.settings;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * What the service proves itself by to its callers.
 *
 * @param chain the certificate of {@code key} first
 */
public record TlsIdentity(PrivateKey key, List<X509Certificate> chain) {

    /** Of a store that never leaves this process. */
    private static final char[] NO_PASSWORD = {};

    public TlsIdentity {
        chain = List.copyOf(chain);
    }

    /** A server's context with this identity, which trusts clients of these authorities only. */
    public SSLContext context(List<X509Certificate> clientAuthorities) {
        try {
            KeyStore store = emptyStore();
            store.setKeyEntry("server", key, NO_PASSWORD, chain.toArray(X509Certificate[]::new));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, NO_PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), clientAuthorities.isEmpty() ? null : trusting(clientAuthorities), null);
            return context;
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("a JDK without PKCS12 or TLS", impossible);
        }
    }

    /** A client's context that trusts this identity and no other. */
    public SSLContext contextOfPeer() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trusting(chain.subList(0, 1)), null);
            return context;
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("a JDK without PKCS12 or TLS", impossible);
        }
    }

    private static TrustManager[] trusting(List<X509Certificate> certificates)
            throws GeneralSecurityException, IOException {
        KeyStore store = emptyStore();
        for (X509Certificate certificate : certificates) {
            store.setCertificateEntry("trusted-" + store.size(), certificate);
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        return trust.getTrustManagers();
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        return store;
    }

    @Override
    public String toString() {
        return "TlsIdentity[subject=" + chain.get(0).getSubjectX500Principal() + "]";
    }
}
