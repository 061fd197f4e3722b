package dev.caspian.codegen.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifiersTests {

    @ParameterizedTest
    @CsvSource({
        "id, ID",
        "createdAt, CREATED_AT",
        "URLThing, URL_THING",
        "userID, USER_ID",
        "a1B2, A1_B2",
        "loginCount2, LOGIN_COUNT2",
        "user_id, USER_ID",
        "User_Name, USER_NAME",
        "iPhone, I_PHONE",
        "X, X",
        "ABC, ABC",
        "already_, ALREADY_",
        "größeÄndern, GRÖSSE_ÄNDERN"
    })
    void constantsAreInUpperSnakeCase(String name, String constant) {
        assertThat(Identifiers.upperSnake(name)).isEqualTo(constant);
    }

    @ParameterizedTest
    @CsvSource({"orgId_userId, orgIdUserId", "a_b_c, aBC", "id, id", "a__b, aB", "trailing_, trailing", "__, __"})
    void selectorsAreInCamelCase(String name, String selector) {
        assertThat(Identifiers.camel(name)).isEqualTo(selector);
    }

    @ParameterizedTest
    @CsvSource({"User, user", "URLThing, uRLThing", "user, user"})
    void queriesBeginWithASmallLetter(String model, String accessor) {
        assertThat(Identifiers.decapitalised(model)).isEqualTo(accessor);
    }
}
