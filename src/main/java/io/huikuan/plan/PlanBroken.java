package io.huikuan.plan;

import java.time.LocalDate;
import java.util.UUID;

/** A payment plan was broken on the day, because an installment stayed unpaid for longer than its grace days. Fired in that transaction. */
public record PlanBroken(UUID plan, UUID customer, String number, LocalDate on) {}
