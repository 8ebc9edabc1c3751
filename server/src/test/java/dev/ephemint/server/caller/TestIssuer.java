package dev.ephemint.server.caller;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** An issuer of tokens with its own keys, which it serves on a free port. */
public final class TestIssuer implements AutoCloseable {

    public static final String ISSUER = "https://issuer.example";
    public static final String AUDIENCE = "ephemint";

    private final AtomicInteger fetches = new AtomicInteger();
    private final HttpServer server;
    private volatile RSAKey key;
    private volatile int status = 200;

    public TestIssuer() throws IOException, JOSEException {
        this.key = newKey("first");
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/keys", exchange -> {
            fetches.incrementAndGet();
            byte[] keys = new JWKSet(key).toString(true).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("location", "/keys");
            exchange.sendResponseHeaders(status, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
    }

    public static RSAKey newKey(String id) throws JOSEException {
        return new RSAKeyGenerator(2048).keyID(id).algorithm(JWSAlgorithm.RS256).generate();
    }

    /** From now on it signs with this key, and serves no other. */
    public void rotate(RSAKey next) {
        key = next;
    }

    public void failWith(int next) {
        status = next;
    }

    public RSAKey key() {
        return key;
    }

    public int fetches() {
        return fetches.get();
    }

    public String jwksUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/keys";
    }

    /** The section, with these members beside the required ones. */
    public String section(String more) {
        return "{corp: {issuer: '" + ISSUER + "', audience: " + AUDIENCE + ", jwks-url: '" + jwksUrl() + "'" + more
                + "}}";
    }

    public static JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject("app-1")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
    }

    public String token() throws JOSEException {
        return token(claims -> claims);
    }

    public String token(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        return signed(key, header -> header, change);
    }

    public static String signed(
            RSAKey by, UnaryOperator<JWSHeader.Builder> header, UnaryOperator<JWTClaimsSet.Builder> change)
            throws JOSEException {
        JWSHeader.Builder start =
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(by.getKeyID()).type(JOSEObjectType.JWT);
        SignedJWT token = new SignedJWT(
                header.apply(start).build(), change.apply(claims()).build());
        token.sign(new RSASSASigner(by));
        return token.serialize();
    }

    public static String unsigned() {
        return new PlainJWT(claims().build()).serialize();
    }

    /** The public key as a shared secret, for a service that takes the algorithm from the token. */
    public String signedWithThePublicKey() throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build(), claims().build());
        token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
        return token.serialize();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
