package io.huikuan.kernel.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorCodeTest {

    @ParameterizedTest
    @EnumSource
    void every_code_is_documented(ErrorCode code) throws IOException {
        assertThat(Files.readString(Path.of("src/docs/errors.md")))
                .contains("| `" + code.name() + "` | " + code.description() + " |");
    }
}
