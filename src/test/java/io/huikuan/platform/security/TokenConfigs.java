package io.huikuan.platform.security;

import io.quarkus.runtime.configuration.ConfigUtils;
import java.util.Map;
import java.util.stream.Collectors;

/** Configurations of tokens, as they would be read. */
final class TokenConfigs {

    private TokenConfigs() {}

    static TokenConfig with(String group, Map<String, String> values) {
        return ConfigUtils.emptyConfigBuilder()
                .withMapping(TokenConfig.class)
                .withDefaultValues(values.entrySet().stream()
                        .collect(Collectors.toMap(
                                value -> "huikuan.token." + group + value.getKey(), Map.Entry::getValue)))
                .build()
                .getConfigMapping(TokenConfig.class);
    }
}
