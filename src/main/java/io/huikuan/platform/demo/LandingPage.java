package io.huikuan.platform.demo;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The page at {@code /} that shows a newcomer around. In development only. */
@Path("/")
@IfBuildProfile("dev")
public class LandingPage {

    private final DemoTokens tokens;

    LandingPage(DemoTokens tokens) {
        this.tokens = tokens;
    }

    /** A query to try, and as whom. */
    public record Example(String title, String role, String query) {}

    /** The templates of the page. */
    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance landing(List<DemoTokens.Person> people, List<Example> examples);
    }

    private static final List<Example> EXAMPLES = List.of(
            new Example("Who is late, and when did we last speak?", "rep-east", """
                    {
                      customers(first: 5, orderBy: OVERDUE_DESC) {
                        nodes {
                          code name grade
                          balances { currency outstanding overdue maxDaysPastDue }
                          nextInstallment { dueDate balance { amount currency } timing }
                          lastContact { occurredAt outcome summary }
                        }
                      }
                    }"""),
            new Example("What should I look at now?", "manager-east", """
                    {
                      alerts(first: 10, filter: { status: [OPEN] }) {
                        totalCount
                        nodes { type severity title customer { code } assignee { name } }
                      }
                    }"""),
            new Example("What does my supplier say I owe?", "partner-d01", """
                    {
                      myAccount {
                        name
                        balances { currency outstanding notYetDue overdue }
                        openReceivables(first: 5) { nodes { number dueDate balance { amount } daysPastDue } }
                        sellThrough { rate products { name sold onHand } }
                      }
                    }"""));

    /** The page. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Blocking
    public TemplateInstance page() {
        return Templates.landing(tokens.all(), EXAMPLES);
    }
}
