package dev.caspian.boot.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.provider.Provider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which databases are asked how they run a statement. */
class ScanFinderTests {

    /** Red where a database is asked in words that it does not have. */
    @ParameterizedTest
    @EnumSource
    void areThoseThatAnswer(Provider provider) {
        assertThat(ScanFinder.of(provider).isPresent())
                .isEqualTo(provider == Provider.SQLITE || provider == Provider.POSTGRESQL);
    }
}
