package io.huikuan.imports;

import io.huikuan.imports.Loading.Loaded;
import io.huikuan.imports.data.RunStore;
import io.huikuan.imports.data.Staging;
import io.huikuan.imports.domain.Counts;
import io.huikuan.imports.domain.Finding;
import io.huikuan.imports.domain.Findings;
import io.huikuan.imports.domain.ImportKind;
import io.huikuan.imports.domain.Profile;
import io.huikuan.imports.domain.Unreadable;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Problem;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.sql.Copy;
import io.huikuan.kernel.work.JobStatus;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Loads files. A file is one transaction: it is read into a table of that transaction, resolved under the customers' locks, and written, or,
 * when anything is wrong with it, not at all. The run that tells of it is entered before and ended with it: SUCCEEDED in the very transaction
 * that writes, so that a run says so exactly when everything is there.
 */
@ApplicationScoped
public class ImportService {

    private final Map<ImportKind, Loading> loadings;
    private final Profiles profiles;
    private final Staging staging;
    private final RunStore runs;
    private final ImportConfig config;
    private final Semaphore turns;

    ImportService(@All List<Loading> loadings, Profiles profiles, Staging staging, RunStore runs, ImportConfig config) {
        this.loadings = loadings.stream().collect(Collectors.toUnmodifiableMap(Loading::kind, Function.identity()));
        this.profiles = profiles;
        this.staging = staging;
        this.runs = runs;
        this.config = config;
        this.turns = new Semaphore(config.atOnce(), true);
    }

    /** Takes a transaction back and says why. */
    private static final class TakenBack extends RuntimeException {

        private final transient Ending ending;

        TakenBack(Ending ending) {
            super(null, null, false, false);
            this.ending = ending;
        }
    }

    private record Ending(JobStatus status, Counts counts, Findings findings, boolean unreadable) {}

    /**
     * Loads the file and says how it went. Not for the middle of a transaction.
     *
     * @throws Problem when there is no such profile, or too many imports are running
     */
    public ImportReport run(ImportRequest request) {
        Profile profile = profile(request);
        awaitTurn();
        try {
            return report(new Attempt(request, profile).run());
        } finally {
            turns.release();
        }
    }

    private Profile profile(ImportRequest request) {
        if (request.profile().isEmpty()) {
            Profile canonical = Profile.canonical(request.kind());
            return request.charset().map(canonical::in).orElse(canonical);
        }
        return profiles.forImport(request.profile().get(), request.kind());
    }

    private void awaitTurn() {
        try {
            if (turns.tryAcquire(config.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Problem(ErrorCode.BUSY, "Other files are being loaded: send it again later.");
    }

    private ImportReport report(Attempt attempt) {
        return QuarkusTransaction.requiringNew()
                .call(() -> new ImportReport(
                        runs.find(attempt.id).orElseThrow(),
                        runs.errors(List.of(attempt.id)).getOrDefault(attempt.id, List.of()),
                        attempt.unreadable));
    }

    /** One file on its way. */
    private final class Attempt {

        private final UUID id = Uuids.next();
        private final ImportRequest request;
        private final Profile profile;
        private final Findings findings = new Findings();
        private boolean unreadable;
        private boolean ended;

        Attempt(ImportRequest request, Profile profile) {
            this.request = request;
            this.profile = profile;
        }

        Attempt run() {
            try {
                QuarkusTransaction.requiringNew()
                        .timeout((int) config.timeout().toSeconds())
                        .run(this::load);
                ended = true;
            } catch (TakenBack taken) {
                end(taken.ending);
            } finally {
                if (!ended) {
                    end(fault());
                }
            }
            return this;
        }

        private Ending fault() {
            Findings fault = new Findings();
            fault.reject(
                    List.of(new Finding(
                            0, null, ErrorCode.INTERNAL, "The service failed; nothing of the file was loaded.")),
                    1,
                    0);
            return new Ending(JobStatus.FAILED, Counts.NONE, fault, false);
        }

        private void end(Ending ending) {
            unreadable = ending.unreadable();
            ended = true;
            QuarkusTransaction.requiringNew().run(() -> write(ending));
        }

        private void write(Ending ending) {
            runs.end(
                    id,
                    ending.status(),
                    ending.counts(),
                    ending.findings().count(),
                    ending.findings().first());
        }

        private void load() {
            runs.hold(id);
            QuarkusTransaction.requiringNew().run(() -> {
                runs.endDead();
                runs.begin(id, request.kind().path(), request.profile().orElse(null), request.dryRun());
            });
            FileReading reading = new FileReading(profile, findings, this::progress);
            stage(reading);
            runs.takeTurn();
            Loaded loaded = loadings.get(request.kind()).load(reading.columns(), findings);
            Ending ending = ending(reading.rows(), loaded);
            if (ending.status() == JobStatus.FAILED || request.dryRun()) {
                throw new TakenBack(ending);
            }
            write(ending);
        }

        private Ending ending(int rows, Loaded loaded) {
            return findings.any()
                    ? new Ending(
                            JobStatus.FAILED,
                            new Counts(rows, 0, 0, loaded.unchanged(), findings.rejected()),
                            findings,
                            false)
                    : new Ending(
                            JobStatus.SUCCEEDED,
                            new Counts(rows, loaded.created(), loaded.updated(), loaded.unchanged(), 0),
                            findings,
                            false);
        }

        private void stage(FileReading reading) {
            staging.lay(request.kind());
            try (Copy copy = staging.copy(request.kind())) {
                reading.read(
                        FileReading.unpacked(
                                request.bytes(),
                                request.packed(),
                                config.maxSize().asLongValue()),
                        copy);
            } catch (Unreadable e) {
                Findings file = new Findings();
                file.reject(e.findings(), e.findings().size(), 0);
                throw new TakenBack(new Ending(JobStatus.FAILED, new Counts(reading.rows(), 0, 0, 0, 0), file, true));
            }
            staging.copied();
        }

        private void progress(int rows) {
            QuarkusTransaction.requiringNew().run(() -> runs.progress(id, rows));
        }
    }
}
