/**
 * Mints client secrets ({@link dev.ephemint.client.EphemintClient}) and transcribes with them
 * ({@link dev.ephemint.client.socket.TranscriptionSocket}).
 */
module dev.ephemint.client {
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.datatype.jsr310;
    requires org.openapitools.jackson.nullable;
    requires static jakarta.annotation;
    requires static transitive org.jspecify;
    requires transitive dev.ephemint.contract;
    requires transitive java.net.http;

    exports dev.ephemint.client;
    exports dev.ephemint.client.socket;
}
