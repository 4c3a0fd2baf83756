package io.huikuan.platform.demo;

import io.huikuan.platform.demo.DemoTenant.Player;
import io.huikuan.strategy.CreateStrategy;
import io.huikuan.strategy.StrategyService;
import io.huikuan.strategy.StrategyStarter;
import jakarta.enterprise.context.ApplicationScoped;

/** The strategy of the demo tenant: drafted, so that it can be previewed before somebody activates it. */
@ApplicationScoped
class DemoStrategies {

    private final StrategyService strategies;

    DemoStrategies(StrategyService strategies) {
        this.strategies = strategies;
    }

    void draft(Player finance) {
        finance.does(() -> strategies.create(
                new CreateStrategy("demo-strategy", "标准催收", null, null, null, StrategyStarter.STANDARD, null)));
    }
}
