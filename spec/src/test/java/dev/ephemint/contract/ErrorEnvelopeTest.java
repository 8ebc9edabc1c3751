package dev.ephemint.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorEnvelopeTest {

    private static final ErrorEnvelope NONE = new ErrorEnvelope(null, null, null, null);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "{'error':{'message':'m','type':'t','param':'p','code':'c'}}   | t | c    | p | m",
                "{'error':{'code':'InvalidSessionType'}}                       | - | InvalidSessionType | - | -",
                "{'code':'OperationNotSupported','message':'m'}                | - | OperationNotSupported | - | m",
                "{'statusCode':401,'message':'Unauthorized.'}                  | - | -    | - | Unauthorized.",
                "{'detail':'Not Found'}                                        | - | -    | - | Not Found",
                "{'error':'plain text'}                                        | - | -    | - | plain text",
                "{'error':{'message':'','type':'','code':'','param':''}}       | - | -    | - | -",
                "{'error':{'code':404,'message':'m'}}                          | - | 404  | - | m",
                "{}                                                            | - | -    | - | -",
            })
    void readsEveryFormOfTheVendors(String body, String type, String code, String param, String message)
            throws JsonProcessingException {
        assertThat(vendor(body)).isEqualTo(new ErrorEnvelope(type, code, param, message));
    }

    @Test
    void readsTheContractsOwnForm() {
        assertThat(ErrorEnvelope.ofContract(json("{'error':{'message':'m','type':'t','param':'p','code':'c'}}")))
                .isEqualTo(new ErrorEnvelope("t", "c", "p", "m"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "{'detail':'x'}", "{'error':'x'}", "{'code':'x'}", "1e99999999999"})
    void ignoresOtherFormsThanTheContracts(String body) {
        assertThat(ErrorEnvelope.ofContract(json(body))).isEqualTo(NONE);
    }

    @Test
    void redactsEveryMember() throws JsonProcessingException {
        String body = "{'error':{'message':'key sk-abcdef','type':'sk-abcdef','code':'sk-abcdef','param':'sk-abcdef'}}";

        assertThat(vendor(body).toString()).doesNotContain("sk-abcdef");
        assertThat(ErrorEnvelope.ofContract(json(body)).toString()).doesNotContain("sk-abcdef");
    }

    private static ErrorEnvelope vendor(String body) throws JsonProcessingException {
        return ErrorEnvelope.ofVendor(ContractJson.mapper().readTree(json(body)));
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
