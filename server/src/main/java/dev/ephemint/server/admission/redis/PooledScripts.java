package dev.ephemint.server.admission.redis;

import dev.ephemint.server.admission.StoreAwayException;
import dev.ephemint.server.mint.Deadline;
import dev.ephemint.server.mint.Secret;
import dev.ephemint.server.mint.turn.Turns;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redis.clients.jedis.BuilderFactory;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPool;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/** Runs scripts over a bounded pool of connections. A call waits for a connection and for the reply, each within the timeout. */
final class PooledScripts implements Scripts {

    private static final Duration IDLE = Duration.ofMinutes(1);
    private static final Pattern ERROR_CODE = Pattern.compile("[A-Z]{2,20}\\b");

    private final ConnectionPool pool;
    private final Duration timeout;

    PooledScripts(RedisServer server) {
        this.timeout = server.timeout();
        ConnectionPoolConfig config = new ConnectionPoolConfig();
        config.setMaxTotal(server.connections());
        config.setMaxIdle(server.connections());
        config.setMinIdle(0);
        config.setMaxWait(timeout);
        config.setJmxEnabled(false);
        config.setTimeBetweenEvictionRuns(IDLE);
        config.setMinEvictableIdleDuration(IDLE);
        this.pool = new ConnectionPool(new HostAndPort(server.host(), server.port()), client(server), config);
    }

    private static DefaultJedisClientConfig client(RedisServer server) {
        DefaultJedisClientConfig.Builder client = DefaultJedisClientConfig.builder()
                .resp2()
                .timeoutMillis(millis(server.timeout()))
                .database(server.database())
                .clientName("ephemint")
                .ssl(server.tls());
        server.user().ifPresent(client::user);
        server.password().map(Secret::reveal).ifPresent(client::password);
        return client.build();
    }

    @Override
    public List<?> run(Script script, List<String> keys, String argument, Deadline deadline) {
        Turns.end();
        try (Connection connection = borrow(deadline)) {
            try {
                return call(connection, arguments(Command.EVALSHA, script.sha1(), keys, argument), deadline);
            } catch (JedisNoScriptException unknown) {
                // A server that was restarted has no scripts: this loads it again.
                return call(connection, arguments(Command.EVAL, script.text(), keys, argument), deadline);
            }
        } catch (JedisConnectionException lost) {
            // The other connections are of the same server, and as dead.
            pool.clear();
            throw away(lost);
        } catch (JedisException refused) {
            throw away(refused);
        }
    }

    private Connection borrow(Deadline deadline) {
        if (deadline.passed()) {
            throw new StoreAwayException("the request's time is up");
        }
        try {
            Connection connection = pool.borrowObject(deadline.remaining(timeout));
            connection.setHandlingPool(pool);
            return connection;
        } catch (JedisException failed) {
            throw failed;
        } catch (Exception failed) {
            throw away(failed);
        }
    }

    private List<?> call(Connection connection, CommandArguments arguments, Deadline deadline) {
        connection.setSoTimeout(Math.max(1, millis(deadline.remaining(timeout))));
        return (List<?>) BuilderFactory.ENCODED_OBJECT.build(connection.executeCommand(arguments));
    }

    private static CommandArguments arguments(Command command, String script, List<String> keys, String argument) {
        CommandArguments arguments = new CommandArguments(command).add(script).add(keys.size());
        keys.forEach(arguments::add);
        return arguments.add(argument);
    }

    /** Only the error's code, such as {@code READONLY}: the rest may hold addresses, and the arguments of the script. */
    private static StoreAwayException away(Exception failed) {
        Matcher code = ERROR_CODE.matcher(String.valueOf(failed.getMessage()));
        boolean replied = failed instanceof JedisDataException && code.lookingAt();
        return new StoreAwayException(replied ? code.group() : failed.getClass().getSimpleName());
    }

    private static int millis(Duration duration) {
        return (int) duration.toMillis();
    }

    @Override
    public void close() {
        pool.close();
    }
}
