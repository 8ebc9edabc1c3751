package dev.ephemint.server.policy.caller;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.ephemint.server.policy.caller.Bound.Allowed;
import dev.ephemint.server.policy.caller.Bound.Constant;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BoundTest {

    @Test
    void aTextIsNotTheNumberThatItSpells() {
        assertThat(new Constant(IntNode.valueOf(1)).breach(TextNode.valueOf("1")))
                .isPresent();
        assertThat(new Constant(TextNode.valueOf("1")).breach(IntNode.valueOf(1)))
                .isPresent();
    }

    @Test
    void manyValuesAreNotAllShown() {
        List<JsonNode> values = IntStream.rangeClosed(1, 12)
                .mapToObj(number -> (JsonNode) IntNode.valueOf(number))
                .toList();

        assertThat(new Allowed(values).words()).isEqualTo("only 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 2 more");
    }

    @Test
    void aLongValueIsShownInPart() {
        assertThat(new Constant(TextNode.valueOf("\uD83D\uDE00".repeat(70))).words())
                .isEqualTo("only '" + "\uD83D\uDE00".repeat(63) + "...");
    }

    /** The message would otherwise be as long as the request. */
    @Test
    void aLongNumberIsNotShown() {
        JsonNode sent = BigIntegerNode.valueOf(BigInteger.TEN.pow(40));

        assertThat(NumberLimit.atMost(BigDecimal.ONE).breach(sent).orElseThrow().sent())
                .isEqualTo("another number");
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.5", "1E+1, 10", "999999999, 999999999", "9999999999, 9999999999", "10000000000, 10000000000"})
    void aLimitIsWrittenAsTheNumberThatItIs(BigDecimal limit, String written) {
        assertThat(NumberLimit.atLeast(limit).schema().get("minimum").toString())
                .isEqualTo(written);
    }

    @Test
    void aLimitOfOneHasItsUnitInTheSingular() {
        assertThat(SizeLimit.items(1).words()).isEqualTo("at most 1 item");
        assertThat(SizeLimit.characters(2).words()).isEqualTo("at most 2 characters");
    }

    @Test
    void aListIsCutAndATextIsNot() {
        JsonNode list = JsonNodeFactory.instance.arrayNode().add("a").add("b");

        assertThat(SizeLimit.items(1).nearest(list))
                .contains(JsonNodeFactory.instance.arrayNode().add("a"));
        assertThat(SizeLimit.items(1).nearest(TextNode.valueOf("ab"))).isEmpty();
        assertThat(SizeLimit.characters(1).nearest(TextNode.valueOf("ab"))).isEmpty();
        assertThat(SizeLimit.characters(1).nearest(list)).isEmpty();
    }

    @Test
    void aNumberIsNoOtherNumber() {
        assertThat(new Constant(IntNode.valueOf(1)).breach(IntNode.valueOf(2))).isPresent();
        assertThat(new Constant(IntNode.valueOf(1)).breach(DoubleNode.valueOf(1.0)))
                .isEmpty();
    }

    @Test
    void theLimitItselfIsWithin() {
        assertThat(NumberLimit.atLeast(BigDecimal.TEN).breach(IntNode.valueOf(10)))
                .isEmpty();
        assertThat(NumberLimit.atMost(BigDecimal.TEN).breach(IntNode.valueOf(10)))
                .isEmpty();
        assertThat(SizeLimit.characters(2).breach(TextNode.valueOf("ab"))).isEmpty();
        assertThat(SizeLimit.characters(2).breach(TextNode.valueOf("abc"))).isPresent();
        assertThat(SizeLimit.items(0).breach(JsonNodeFactory.instance.arrayNode()))
                .isEmpty();
    }

    @Test
    void theLimitIsTheNearestNumber() {
        assertThat(NumberLimit.atLeast(BigDecimal.TEN).nearest(IntNode.valueOf(9)))
                .contains(IntNode.valueOf(10));
        assertThat(NumberLimit.atMost(BigDecimal.TEN).nearest(IntNode.valueOf(11)))
                .contains(IntNode.valueOf(10));
        assertThat(NumberLimit.atMost(BigDecimal.TEN).nearest(TextNode.valueOf("inf")))
                .isEmpty();
    }

    @Test
    void asManyAsCanBeShownAreShown() {
        assertThat(new Allowed(List.of(IntNode.valueOf(7))).words()).isEqualTo("only 7");
        assertThat(new Allowed(Collections.nCopies(10, (JsonNode) IntNode.valueOf(7))).words())
                .isEqualTo("only 7, 7, 7, 7, 7, 7, 7, 7, 7 or 7");
        assertThat(new Constant(TextNode.valueOf("x".repeat(62))).words()).isEqualTo("only '" + "x".repeat(62) + "'");
        assertThat(new Constant(TextNode.valueOf("x".repeat(63))).words()).endsWith("x...");
        assertThat(NumberLimit.atMost(BigDecimal.ONE).breach(BigIntegerNode.valueOf(BigInteger.TEN.pow(19))))
                .hasValueSatisfying(breach -> assertThat(breach.sent()).isEqualTo("1" + "0".repeat(19)));
    }
}
