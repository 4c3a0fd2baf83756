package io.huikuan.attachment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileKindTest {

    private static final String BOX = "\0\0\0\u0018ftyp";

    private static List<FileKind> kinds(String file) {
        byte[] bytes = file.getBytes(StandardCharsets.ISO_8859_1);
        return Arrays.stream(FileKind.values()).filter(kind -> kind.is(bytes)).toList();
    }

    @Test
    void a_file_is_told_by_its_first_bytes() {
        assertThat(kinds("\u00ff\u00d8\u00ff\u00e0..JFIF")).containsExactly(FileKind.JPEG);
        assertThat(kinds("\u0089PNG\r\n\u001a\n....IHDR")).containsExactly(FileKind.PNG);
        assertThat(kinds("RIFF....WEBPVP8 ")).containsExactly(FileKind.WEBP);
        assertThat(kinds("%PDF-1.7\n")).containsExactly(FileKind.PDF);
        assertThat(kinds(BOX + "heic\0\0\0\0mif1heic")).containsExactly(FileKind.HEIC);
        assertThat(kinds(BOX + "mif1\0\0\0\0mif1heic")).containsExactly(FileKind.HEIC);
    }

    @Test
    void what_only_looks_like_one_is_none() {
        assertThat(kinds("")).isEmpty();
        assertThat(kinds("\u00ff\u00d8")).isEmpty();
        assertThat(kinds("<html>%PDF-1.7")).isEmpty();
        assertThat(kinds("RIFF....WAVEfmt ")).isEmpty();
        assertThat(kinds(BOX + "mp42\0\0\0\0mp42isom")).isEmpty();
        assertThat(kinds(BOX + "mif1heicmif1avif")).as("a version is no brand").isEmpty();
        assertThat(kinds("\0\0\0\u0010ftypmif1\0\0\0\0heic"))
                .as("beyond the box")
                .isEmpty();
        assertThat(kinds("\u00ff\u00ff\u00ff\u00ffftypheic"))
                .as("a length below zero")
                .isEmpty();
        assertThat(kinds("\0\0\0\u0018ftyp")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "image/jpeg, JPEG",
        "IMAGE/PNG, PNG",
        "' image/webp ', WEBP",
        "image/heic, HEIC",
        "application/pdf, PDF",
    })
    void a_kind_has_a_media_type(String type, FileKind kind) {
        assertThat(FileKind.ofType(type)).contains(kind);
    }

    @ParameterizedTest
    @CsvSource({"image/svg+xml", "text/html", "image/jpg", "''", "application/octet-stream"})
    void other_types_are_unknown(String type) {
        assertThat(FileKind.ofType(type)).isEmpty();
    }
}
