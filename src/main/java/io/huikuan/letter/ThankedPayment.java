package io.huikuan.letter;

import io.huikuan.kernel.money.Money;
import java.time.LocalDate;
import java.util.UUID;

/** A payment for which is thanked. */
public record ThankedPayment(UUID id, String number, LocalDate receivedOn, Money amount) {}
