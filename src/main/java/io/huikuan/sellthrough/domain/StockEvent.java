package io.huikuan.sellthrough.domain;

import java.time.Instant;
import java.time.LocalDate;

/** A fact about a customer's stock. */
public sealed interface StockEvent permits StockDelivery, StockReport {

    /** The day it is about. */
    LocalDate on();

    /** When it was first recorded: what happened on one day is replayed in this order. */
    Instant recordedAt();
}
