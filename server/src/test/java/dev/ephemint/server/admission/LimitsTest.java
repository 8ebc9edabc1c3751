package dev.ephemint.server.admission;

import static dev.ephemint.server.Fixtures.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {

    @Test
    void readsBothScopes() {
        Limits limits = read(
                "{'caller':{'windows':[{'requests':100,'per':'60s'},{'requests':1000,'per':'1d'}],'open-tokens':50},"
                        + "'end-user':{'windows':[{'requests':5,'per':'5m'}],'open-tokens':2}}",
                List.of());

        assertThat(limits)
                .isEqualTo(new Limits(
                        new ScopeLimits(
                                List.of(new Window(100, Duration.ofSeconds(60)), new Window(1000, Duration.ofDays(1))),
                                Optional.of(50)),
                        new ScopeLimits(List.of(new Window(5, Duration.ofMinutes(5))), Optional.of(2))));
        assertThat(limits.of("u").stream().map(Limit::name))
                .containsExactly("caller-60s", "caller-86400s", "caller-open", "end-user-300s", "end-user-open");
    }

    @Test
    void absenceLimitsNothing() {
        assertThat(Limits.read(MissingNode.getInstance(), (path, problem) -> {}))
                .isEqualTo(Limits.NONE);
        assertThat(read("{}", List.of())).isEqualTo(Limits.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "[]||must be an object",
                "{'callers':{}}|callers|is unknown; known: [caller, end-user]",
                "{'caller':5}|caller|must be an object",
                "{'caller':{'requests':5}}|caller.requests|is unknown; known: [open-tokens, windows]",
                "{'caller':{'open-tokens':0}}|caller.open-tokens|must be a whole number from 1 to 2147483647",
                "{'caller':{'open-tokens':1.5}}|caller.open-tokens|must be a whole number from 1 to 2147483647",
                "{'caller':{'windows':{}}}|caller.windows|must be a list of at most 4 windows",
                "{'caller':{'windows':[{'requests':1}]}}|caller.windows[0].per|is missing",
                "{'caller':{'windows':[{'per':'1s'}]}}|caller.windows[0].requests|is missing",
                "{'caller':{'windows':[{'requests':1,'per':60}]}}|caller.windows[0].per|must be a duration from 1s to 31d, such as 60s, 5m, 1h or 1d",
                "{'caller':{'windows':[{'requests':1,'per':'32d'}]}}|caller.windows[0].per|must be a duration from 1s to 31d, such as 60s, 5m, 1h or 1d",
                "{'end-user':{'windows':[{'requests':1,'per':'1m'},{'requests':2,'per':'60s'}]}}|end-user.windows[1].per|is the length of another window, too",
            })
    void reportsWhatIsWrongByItsPath(String text, String path, String problem) {
        read(text, List.of((path == null ? "" : path) + ": " + problem));
    }

    @Test
    void reportsAllProblems() {
        read(
                "{'caller':{'open-tokens':0},'end-user':{'open-tokens':0}}",
                List.of(
                        "caller.open-tokens: must be a whole number from 1 to 2147483647",
                        "end-user.open-tokens: must be a whole number from 1 to 2147483647"));
    }

    private static Limits read(String text, List<String> expected) {
        List<String> problems = new ArrayList<>();
        Limits limits = Limits.read(tree(text), (path, problem) -> problems.add(path + ": " + problem));
        assertThat(problems).isEqualTo(expected);
        return limits;
    }
}
