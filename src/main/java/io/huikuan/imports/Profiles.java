package io.huikuan.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.huikuan.imports.data.ProfileStore;
import io.huikuan.imports.data.ProfileStore.ProfileRow;
import io.huikuan.imports.domain.ImportKind;
import io.huikuan.imports.domain.Profile;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The tenant's profiles: how the files of its other systems are read. */
@ApplicationScoped
public class Profiles {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._-]{1,64}");

    private final ProfileStore store;
    private final ObjectMapper json;

    Profiles(ProfileStore store, ObjectMapper json) {
        this.store = store;
        this.json = json;
    }

    /** Saves a profile; one of that name is replaced. */
    @Transactional
    public Outcome<SavedProfile> save(String name, JsonNode definition) {
        if (!NAME.matcher(name).matches()) {
            return Outcome.refused(
                    ErrorCode.INVALID_VALUE,
                    "name",
                    "A name is 1 to 64 letters, digits, points, hyphens or low lines.");
        }
        return ProfileForm.read(definition).map(profile -> {
            store.save(name, profile.kind(), definition.toString());
            return find(name).orElseThrow();
        });
    }

    /** The profile of that name; empty when there is none. */
    @Transactional
    public Optional<SavedProfile> find(String name) {
        return store.find(name).map(this::saved);
    }

    /** All profiles by name. */
    @Transactional
    public List<SavedProfile> all() {
        return store.all().stream().map(this::saved).toList();
    }

    /** Removes a profile; false when there was none. */
    @Transactional
    public boolean remove(String name) {
        return store.remove(name);
    }

    /**
     * The profile by which a file of this kind is read.
     *
     * @throws Problem when there is none, or it is for another kind
     */
    @Transactional
    Profile forImport(String name, ImportKind kind) {
        SavedProfile saved =
                find(name).orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND, "There is no profile of this name."));
        Profile profile = Optional.ofNullable(
                        ProfileForm.read(saved.definition()).valueOrNull())
                .orElseThrow(() -> new IllegalStateException("a profile that is none: " + name));
        if (profile.kind() != kind) {
            throw new Problem(
                    ErrorCode.INVALID_VALUE,
                    "The profile is for " + profile.kind().path() + ".");
        }
        return profile;
    }

    private SavedProfile saved(ProfileRow row) {
        try {
            return new SavedProfile(row.name(), json.readTree(row.definition()), row.savedAt());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a profile that is no JSON: " + row.name(), e);
        }
    }
}
