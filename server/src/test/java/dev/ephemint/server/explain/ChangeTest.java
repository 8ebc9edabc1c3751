package dev.ephemint.server.explain;

import static dev.ephemint.server.Fixtures.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ChangeTest {

    @Test
    void equalObjectsHaveNoChange() {
        assertThat(Change.between(json("{'a':{'b':null}}"), json("{'a':{'b':null}}")))
                .isEmpty();
    }

    @Test
    void namesTheInnermostMember() {
        assertThat(Change.between(json("{'a':{'b':1,'c':2}}"), json("{'a':{'b':1,'c':3}}")))
                .singleElement()
                .hasToString("Change[member=a.c, before=2, after=3]");
    }

    @Test
    void reportsANewObjectByItsMembers() {
        assertThat(Change.between(json("{}"), json("{'a':{'b':1,'c':null}}")))
                .extracting(Change::member)
                .containsExactly("a.b", "a.c");
    }

    @Test
    void distinguishesNullAbsentAndEmpty() {
        assertThat(Change.between(json("{'a':null}"), json("{}"))).hasSize(1);
        assertThat(Change.between(json("{'a':{}}"), json("{}"))).hasSize(1);
        assertThat(Change.between(json("{'a':{}}"), json("{'a':null}"))).hasSize(1);
    }

    @Test
    void aValueInPlaceOfAnObjectIsOneChange() {
        assertThat(Change.between(json("{'a':{'b':1}}"), json("{'a':'auto'}")))
                .singleElement()
                .hasToString("Change[member=a, before={\"b\":1}, after=\"auto\"]");
    }
}
