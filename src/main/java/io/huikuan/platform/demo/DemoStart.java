package io.huikuan.platform.demo;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** In development the demo tenant is there from the first start on, and its tokens are printed at each. */
@Singleton
@IfBuildProfile("dev")
class DemoStart {

    private static final int AFTER_TENANTS = 200;

    private final DemoTenant tenant;
    private final DemoTokens tokens;

    DemoStart(DemoTenant tenant, DemoTokens tokens) {
        this.tenant = tenant;
        this.tokens = tokens;
    }

    void start(@Observes @Priority(AFTER_TENANTS) StartupEvent event) {
        tenant.enter();
        System.out.println("\nTokens of the demo tenant, good for 30 days (also on the page at /):\n");
        tokens.all()
                .forEach(person -> System.out.println(person.role() + " " + person.name() + "\n  " + person.token()));
    }
}
