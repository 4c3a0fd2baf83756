package io.huikuan.platform.config;

import org.eclipse.microprofile.config.spi.Converter;

/** Whole numbers above zero, long ones too. */
public final class PositiveLong implements Converter<Long> {

    @Override
    public Long convert(String text) {
        if (!text.strip().matches("0*[1-9][0-9]{0,17}")) {
            throw new IllegalArgumentException("a whole number above zero, not " + text);
        }
        return Long.valueOf(text.strip());
    }
}
