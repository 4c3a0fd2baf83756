package io.huikuan.strategy.api;

import io.huikuan.contact.ContactAdvice;
import io.huikuan.contact.ContactRecord;
import io.huikuan.contact.ContactRecords;
import io.huikuan.customer.ContactPerson;
import io.huikuan.customer.ContactPersons;
import io.huikuan.customer.Customer;
import io.huikuan.customer.CustomerReads;
import io.huikuan.kernel.graph.Loader;
import io.huikuan.kernel.graph.Nested;
import io.huikuan.kernel.text.Language;
import io.huikuan.letter.Letter;
import io.huikuan.letter.Letters;
import io.huikuan.strategy.CollectionTask;
import io.huikuan.strategy.CollectionTasks;
import io.huikuan.strategy.Strategies;
import io.huikuan.strategy.Strategy;
import io.huikuan.strategy.StrategyStep;
import io.huikuan.strategy.TaskScripts;
import io.huikuan.strategy.TaskScripts.Asked;
import io.huikuan.strategy.TaskStatus;
import io.huikuan.tenant.User;
import io.huikuan.tenant.Users;
import io.smallrye.graphql.api.Nullable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** What a task leads to. */
@GraphQLApi
public class TaskFieldsApi {

    private final CollectionTasks tasks;
    private final TaskScripts scripts;
    private final Strategies strategies;
    private final CustomerReads customers;
    private final ContactPersons persons;
    private final ContactRecords contacts;
    private final Letters letters;
    private final Users users;
    private final Loader loader;

    TaskFieldsApi(
            CollectionTasks tasks,
            TaskScripts scripts,
            Strategies strategies,
            CustomerReads customers,
            ContactPersons persons,
            ContactRecords contacts,
            Letters letters,
            Users users,
            Loader loader) {
        this.tasks = tasks;
        this.scripts = scripts;
        this.strategies = strategies;
        this.customers = customers;
        this.persons = persons;
        this.contacts = contacts;
        this.letters = letters;
        this.users = users;
        this.loader = loader;
    }

    @NonNull
    @Description("With which customer.")
    public CompletionStage<Customer> customer(@Source CollectionTask task) {
        return loader.load("CollectionTask.customer", task.customer(), customers::byIds);
    }

    @NonNull
    @Description("By which strategy.")
    public CompletionStage<Strategy> strategy(@Source CollectionTask task) {
        return loader.load("CollectionTask.strategy", task.strategy(), strategies::byIds);
    }

    @NonNull
    @Description("Which step of the strategy it is.")
    public CompletionStage<StrategyStep> step(@Source CollectionTask task) {
        return loader.load("CollectionTask.step", task.step(), strategies::stepsOf);
    }

    @Nullable
    @Description(
            "Whose task it is; it follows a change of owner. Null where nobody is named: every manager's who sees the customer.")
    public CompletionStage<User> assignee(@Source CollectionTask task) {
        return found("CollectionTask.assignee", task.assignee(), users::byIds);
    }

    private record Script(Asked task, Language language) {}

    @Nullable
    @Description("What to say, with the customer's own figures of today; null of what goes out by itself.")
    public CompletionStage<String> script(
            @Source CollectionTask task,
            @Nullable @DefaultValue("ZH_CN") @Description("In which language.") Language language) {
        return loader.load(
                "CollectionTask.script",
                new Script(
                        new Asked(task.uuid(), task.customer(), task.step()),
                        language == null ? Language.ZH_CN : language),
                this::scripts);
    }

    private Map<Script, String> scripts(Set<Script> asked) {
        Map<Language, Set<Asked>> byLanguage = new HashMap<>();
        asked.forEach(one -> byLanguage
                .computeIfAbsent(one.language(), any -> new HashSet<>())
                .add(one.task()));
        Map<Script, String> words = new HashMap<>();
        byLanguage.forEach((language, those) -> {
            Map<UUID, String> found = scripts.in(language, those);
            those.stream()
                    .filter(task -> found.containsKey(task.task()))
                    .forEach(task -> words.put(new Script(task, language), found.get(task.task())));
        });
        return words;
    }

    @Nullable
    @Description("Whom to speak to: who has the say before others; null where nobody is known at the customer.")
    public CompletionStage<ContactPerson> contactPerson(@Source CollectionTask task) {
        return loader.load("CollectionTask.contactPerson", task.customer(), this::personsOf);
    }

    private Map<UUID, ContactPerson> personsOf(Set<UUID> ids) {
        Map<UUID, UUID> chosen = tasks.persons(ids);
        Map<UUID, ContactPerson> found = persons.byIds(new HashSet<>(chosen.values()));
        Map<UUID, ContactPerson> byCustomer = new HashMap<>();
        chosen.forEach((customer, person) -> {
            if (found.containsKey(person)) {
                byCustomer.put(customer, found.get(person));
            }
        });
        return byCustomer;
    }

    @Nullable
    @Description(
            "Whether it is the hour for it at the person to speak to, and when it is best; null unless it is open.")
    public CompletionStage<ContactAdvice> advice(@Source CollectionTask task) {
        return task.status() == TaskStatus.OPEN
                ? loader.load(
                        "CollectionTask.advice",
                        new Nested<>(task.customer(), task.channel()),
                        keys -> Nested.read(keys, (customers, kind) -> tasks.advice(kind, customers)))
                : CompletableFuture.completedStage(null);
    }

    @Nullable
    @Description("The contact that closed it; null of others.")
    public CompletionStage<ContactRecord> contactRecord(@Source CollectionTask task) {
        return found("CollectionTask.contactRecord", task.contactRecordId(), contacts::findAll);
    }

    @Nullable
    @Description("The letter that was issued; null of others.")
    public CompletionStage<Letter> letter(@Source CollectionTask task) {
        return found("CollectionTask.letter", task.letterId(), letters::byIds);
    }

    @Nullable
    @Description("Who did it; null when nobody did, or when it ended by itself.")
    public CompletionStage<User> endedBy(@Source CollectionTask task) {
        return found("CollectionTask.endedBy", task.ender(), users::byIds);
    }

    private <T> CompletionStage<T> found(String name, UUID idOrNull, Function<Set<UUID>, Map<UUID, T>> read) {
        return idOrNull == null ? CompletableFuture.completedStage(null) : loader.load(name, idOrNull, read);
    }
}
