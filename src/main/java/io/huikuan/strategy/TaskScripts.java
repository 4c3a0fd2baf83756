package io.huikuan.strategy;

import io.huikuan.kernel.text.Language;
import io.huikuan.letter.Letters;
import io.huikuan.letter.domain.Facts;
import io.huikuan.letter.domain.Placeholder;
import io.huikuan.letter.domain.Templates;
import io.huikuan.strategy.data.PauseStore;
import io.huikuan.strategy.data.TaskReads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What to say for a task: the step's words with the customer's own figures of today, of which what is paused is no part. */
@ApplicationScoped
@Transactional
public class TaskScripts {

    /** More items than that nobody reads out. */
    private static final int MOST_ITEMS = 10;

    private final Strategies strategies;
    private final PauseStore pauses;
    private final TaskReads reads;
    private final Letters letters;

    TaskScripts(Strategies strategies, PauseStore pauses, TaskReads reads, Letters letters) {
        this.strategies = strategies;
        this.pauses = pauses;
        this.reads = reads;
        this.letters = letters;
    }

    /** A task whose words are asked for. */
    public record Asked(UUID task, UUID customer, StepKey step) {}

    /** The words of each of the tasks in the language; none of what goes out by itself. */
    public Map<UUID, String> in(Language language, Set<Asked> tasks) {
        Map<StepKey, StrategyStep> steps =
                strategies.stepsOf(tasks.stream().map(Asked::step).collect(Collectors.toSet()));
        Set<UUID> customers = tasks.stream().map(Asked::customer).collect(Collectors.toSet());
        Map<UUID, Facts> facts = letters.facts(customers, pauses.pausedOf(customers), MOST_ITEMS, language);
        // A letter is addressed to whoever handles it, which need not be the person to call.
        Map<UUID, TaskReads.Person> persons = reads.persons(customers);
        Map<UUID, String> words = new HashMap<>();
        for (Asked task : tasks) {
            StrategyStep step = steps.get(task.step());
            String text = language == Language.ZH_CN ? step.textZh() : step.textEn();
            if (text != null && facts.containsKey(task.customer())) {
                TaskReads.Person person = persons.get(task.customer());
                Facts spoken = facts.get(task.customer())
                        .with(Placeholder.CONTACT_NAME, person == null ? null : person.name());
                words.put(task.task(), Templates.render(text, spoken));
            }
        }
        return words;
    }
}
