package io.huikuan.imports.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.huikuan.imports.Profiles;
import io.huikuan.imports.SavedProfile;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.HttpRefusals;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Problem;
import io.huikuan.kernel.identity.Roles;
import io.huikuan.kernel.sql.SqlFailure;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** {@code /imports/profiles}: how the files of other systems are read, saved by name. {@code src/docs/imports.md} describes the form. */
@Path("/imports/profiles")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.FINANCE, Roles.ADMIN})
@Blocking
public class ProfileResource {

    private static final int LONGEST = 200_000;

    private final Profiles profiles;
    private final ObjectMapper json;

    ProfileResource(Profiles profiles, ObjectMapper json) {
        this.profiles = profiles;
        this.json = json;
    }

    @GET
    public List<JsonNode> all() {
        return profiles.all().stream().map(ProfileResource::shown).toList();
    }

    @GET
    @Path("/{name}")
    public JsonNode one(@PathParam("name") String name) {
        return shown(profiles.find(name).orElseThrow(ProfileResource::notFound));
    }

    @PUT
    @Path("/{name}")
    public Response save(@PathParam("name") String name, String body) {
        Outcome<SavedProfile> saved = profiles.save(name, parsed(body));
        return saved instanceof Outcome.Done<SavedProfile> done
                ? Response.ok(shown(done.value())).build()
                : HttpRefusals.answer(saved.errors());
    }

    @DELETE
    @Path("/{name}")
    public Response remove(@PathParam("name") String name) {
        if (!profiles.remove(name)) {
            throw notFound();
        }
        return Response.noContent().build();
    }

    private JsonNode parsed(String body) {
        if (body.length() > LONGEST) {
            throw new Problem(ErrorCode.TOO_LARGE, "A profile has at most " + LONGEST + " characters.");
        }
        try {
            return json.reader()
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .readTree(body);
        } catch (JsonProcessingException e) {
            throw new Problem(ErrorCode.BAD_REQUEST, "The body is no JSON.");
        }
    }

    private static JsonNode shown(SavedProfile profile) {
        ObjectNode shown = ((ObjectNode) profile.definition()).deepCopy();
        shown.put("name", profile.name());
        shown.put("savedAt", profile.savedAt().toString());
        return shown;
    }

    private static Problem notFound() {
        return new Problem(ErrorCode.NOT_FOUND, "There is no profile of this name.");
    }

    @ServerExceptionMapper
    Response refused(Problem problem) {
        return HttpRefusals.answer(problem);
    }

    @ServerExceptionMapper({SqlFailure.class, IllegalStateException.class, IllegalArgumentException.class})
    Response failed(RuntimeException fault) {
        return HttpRefusals.fault(fault, "an import");
    }
}
