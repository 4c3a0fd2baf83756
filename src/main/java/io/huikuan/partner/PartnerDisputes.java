package io.huikuan.partner;

import io.huikuan.dispute.CommentOnDispute;
import io.huikuan.dispute.DecideDispute;
import io.huikuan.dispute.Dispute;
import io.huikuan.dispute.DisputeComment;
import io.huikuan.dispute.DisputeFilter;
import io.huikuan.dispute.DisputeReason;
import io.huikuan.dispute.DisputeService;
import io.huikuan.dispute.DisputeStatus;
import io.huikuan.dispute.Disputes;
import io.huikuan.dispute.OpenDispute;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.money.MoneyInput;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.ledger.Receivables;
import io.huikuan.tenant.User;
import io.huikuan.tenant.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The disputes of the partner who is asking. */
@ApplicationScoped
@Transactional
public class PartnerDisputes {

    private final DisputeService service;
    private final Disputes disputes;
    private final Receivables receivables;
    private final Users users;

    PartnerDisputes(DisputeService service, Disputes disputes, Receivables receivables, Users users) {
        this.service = service;
        this.disputes = disputes;
        this.receivables = receivables;
        this.users = users;
    }

    /** What the partner refuses to pay; the document is named by its number, without an amount all that is open of it. */
    public record MyDispute(
            String clientKey, String receivableNumber, MoneyInput amount, DisputeReason reason, String description) {}

    /** Raises a dispute about a document of the partner's own customer. */
    public Outcome<DisputeSummary> open(MyDispute wish) {
        return service.open(new OpenDispute(
                        wish.clientKey(),
                        wish.receivableNumber(),
                        "receivableNumber",
                        wish.amount(),
                        wish.reason(),
                        wish.description(),
                        null,
                        null))
                .map(this::summary);
    }

    /** Says something about a dispute of the partner's own customer. */
    public Outcome<DisputeSummary> comment(CommentOnDispute wish) {
        return service.comment(wish).map(this::summary);
    }

    /** Takes an open dispute of the partner's own customer back. */
    public Outcome<DisputeSummary> withdraw(DecideDispute wish) {
        return service.withdraw(wish).map(this::summary);
    }

    /** The disputes of the partner's own customer, the newest first. */
    public Page<DisputeSummary> page(List<DisputeStatus> statusOrNull, Paging paging) {
        Page<Dispute> page = disputes.page(DisputeFilter.of(statusOrNull), paging);
        Map<UUID, String> numbers = numbers(page.nodes());
        return page.map(dispute -> DisputeSummary.of(dispute, numbers));
    }

    /** A page of what was said about each of the disputes, the oldest first, without what is internal. */
    public Map<UUID, Page<DisputeWord>> words(Collection<UUID> ids, Paging paging) {
        Map<UUID, Page<DisputeComment>> comments = disputes.comments(ids, paging);
        Set<UUID> writers = comments.values().stream()
                .flatMap(page -> page.nodes().stream())
                .map(DisputeComment::writer)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<UUID, User> known = writers.isEmpty() ? Map.of() : users.byIds(writers);
        Map<UUID, Page<DisputeWord>> words = new HashMap<>();
        comments.forEach((id, page) -> words.put(id, page.map(comment -> word(comment, known))));
        return words;
    }

    private static DisputeWord word(DisputeComment comment, Map<UUID, User> known) {
        boolean own = Optional.ofNullable(comment.writer())
                .map(known::get)
                .filter(user -> user.roles().contains(Role.PARTNER))
                .isPresent();
        return new DisputeWord(comment.text(), own, comment.writtenAt());
    }

    private DisputeSummary summary(Dispute dispute) {
        return DisputeSummary.of(dispute, numbers(List.of(dispute)));
    }

    private Map<UUID, String> numbers(List<Dispute> all) {
        return receivables.numbers(all.stream()
                .flatMap(dispute -> Stream.of(dispute.receivable(), dispute.creditNote()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    }
}
