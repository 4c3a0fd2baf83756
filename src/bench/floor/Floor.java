import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The floor: answers each screen with the JSON text of one hand-written statement, {@code <screen>.sql} beside this file, through the same pool, driver
 * and role as the service, with the tenant told to row-level security in the same way. There are no tokens, no GraphQL, no objects.
 */
final class Floor {

    private static final Pattern PARAMETER = Pattern.compile("(?<!:):(tenant|user|customer|today)\\b");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final AgroalDataSource pool;

    private Floor(AgroalDataSource pool) {
        this.pool = pool;
    }

    private record Page(String sql, List<String> parameters) {

        static Page of(Path file) throws IOException {
            List<String> parameters = new ArrayList<>();
            Matcher matcher = PARAMETER.matcher(Files.readString(file).replaceAll("(?m)^--.*$", ""));
            return new Page(
                    matcher.replaceAll(found -> {
                        parameters.add(found.group(1));
                        return found.group(1).equals("today") ? "cast(? as date)" : "cast(? as uuid)";
                    }),
                    parameters);
        }
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        AgroalDataSource pool = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(sized -> sized.maxSize(16).initialSize(16).connectionFactoryConfiguration(factory -> factory.jdbcUrl(
                                arguments[1])
                        .autoCommit(false)
                        .principal(new NamePrincipal("huikuan_app"))
                        .credential(new SimplePassword("bench")))));
        Floor floor = new Floor(pool);
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[0])), 256);
        server.setExecutor(Executors.newFixedThreadPool(16));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(arguments[2]), "*.sql")) {
            for (Path file : files) {
                Page page = Page.of(file);
                String name = file.getFileName().toString().replace(".sql", "");
                server.createContext("/" + name, exchange -> floor.answer(exchange, page));
            }
        }
        server.start();
    }

    private void answer(HttpExchange exchange, Page page) throws IOException {
        byte[] body;
        int status = 200;
        try {
            body = read(page, values(exchange.getRequestURI().getQuery())).getBytes(StandardCharsets.UTF_8);
        } catch (SQLException e) {
            status = 500;
            body = ("{\"errors\":[\"" + e + "\"]}").getBytes(StandardCharsets.UTF_8);
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Map<String, Object> values(String query) {
        Map<String, Object> values = new HashMap<>();
        values.put("today", LocalDate.now(ZONE));
        for (String pair : query.split("&")) {
            values.put(pair.substring(0, pair.indexOf('=')), UUID.fromString(pair.substring(pair.indexOf('=') + 1)));
        }
        return values;
    }

    private String read(Page page, Map<String, Object> values) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            try (java.sql.Statement tell = connection.createStatement();
                    PreparedStatement statement = connection.prepareStatement(page.sql())) {
                tell.execute("SET LOCAL app.tenant = '" + values.get("tenant") + "'");
                for (int i = 0; i < page.parameters().size(); i++) {
                    statement.setObject(i + 1, values.get(page.parameters().get(i)));
                }
                String json;
                try (ResultSet rows = statement.executeQuery()) {
                    rows.next();
                    json = rows.getString(1);
                }
                connection.commit();
                return json;
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            }
        }
    }
}
