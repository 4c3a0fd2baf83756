package io.huikuan.alert.live;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether this node hears of alerts that other nodes raise. */
@Readiness
class ListenerReadiness implements HealthCheck {

    private final BatchListener listener;

    ListenerReadiness(BatchListener listener) {
        this.listener = listener;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("alert listener")
                .status(listener.isListening())
                .build();
    }
}
