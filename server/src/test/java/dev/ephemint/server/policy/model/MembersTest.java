package dev.ephemint.server.policy.model;

import static dev.ephemint.server.Fixtures.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.server.policy.model.Members.Member;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MembersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "session.include       | {'session':{'include':['a','b']}}                     | session.include",
                "session.include[]     | {'session':{'include':['a',null,'b']}}                | session.include[0],session.include[2]",
                "session.tools[].name  | {'session':{'tools':[{},{'name':'n'},{'name':null}]}} | session.tools[1].name",
                "session.tools[].name  | {'session':{'tools':'none'}}                          | ''",
                "session.include       | {'session':null}                                      | ''",
            })
    void findsEveryMemberAtAPathThatIsNotNull(String path, String body, String found) {
        assertThat(String.join(
                        ",",
                        Members.at(request(body), path).stream()
                                .map(Member::param)
                                .toList()))
                .isEqualTo(found);
    }
}
