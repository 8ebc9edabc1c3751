package dev.ephemint.server.dialect;

import static dev.ephemint.server.Fixtures.json;
import static dev.ephemint.server.Fixtures.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.mint.VendorError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VendorErrorsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "{'error':{'message':'m','type':'t','param':'p','code':'c'}}   | c    | p | m",
                "{'error':{'code':'InvalidSessionType'}}                       | InvalidSessionType | - | The vendor gave no reason.",
                "{'code':'OperationNotSupported','message':'m'}                | OperationNotSupported | - | m",
                "{'statusCode':401,'message':'Unauthorized.'}                  | -    | - | Unauthorized.",
                "{'detail':'Not Found'}                                        | -    | - | Not Found",
                "{'error':'plain text'}                                        | -    | - | plain text",
                "{'error':{'message':'','type':'','code':'','param':''}}       | -    | - | The vendor gave no reason.",
                "{'error':{'code':404,'message':'m'}}                          | 404  | - | m",
                "{}                                                            | -    | - | The vendor gave no reason.",
            })
    void readsEveryRecordedErrorFormat(String body, String code, String param, String message) {
        assertThat(VendorErrors.read(json(body))).isEqualTo(new VendorError(code, param, message));
    }

    @Test
    void redactsKeysInEveryMember() {
        VendorError error =
                VendorErrors.read(json("{'error':{'message':'key sk-abcdef','code':'sk-abcdef','param':'sk-abcdef'}}"));

        assertThat(error.toString()).doesNotContain("sk-abcdef");
    }

    @Test
    void readsRepliesWithOrWithoutJson() {
        assertThat(VendorErrors.of(reply(500, "<html>")).message()).isEqualTo("The vendor gave no reason.");
        assertThat(VendorErrors.of(reply(401, "{'error':{'code':'c'}}")).code()).isEqualTo("c");
    }
}
