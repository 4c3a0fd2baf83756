package io.huikuan.platform.config;

import org.eclipse.microprofile.config.spi.Converter;

/** Whole numbers above zero. */
public final class PositiveNumber implements Converter<Integer> {

    @Override
    public Integer convert(String text) {
        long number = new PositiveLong().convert(text);
        if (number > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("at most " + Integer.MAX_VALUE + ", not " + text);
        }
        return (int) number;
    }
}
