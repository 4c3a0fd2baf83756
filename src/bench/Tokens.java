import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * Turns lines of {@code tenant, subject, name, role, region, customer, path, body} into {@code path, token, body}, with tokens signed by the key of
 * the service under test. Columns are parted by tabs; a line without a subject gets no token.
 */
final class Tokens {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private Tokens() {}

    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        PrivateKey key = key(Path.of(arguments[0]));
        Map<String, String> tokens = new HashMap<>();
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] column = line.split("\t", -1);
            String token = "";
            if (!column[1].isEmpty()) {
                String claims = claims(column);
                token = tokens.get(claims);
                if (token == null) {
                    token = sign(claims, key);
                    tokens.put(claims, token);
                }
            }
            out.println(column[6] + '\t' + token + '\t' + column[7]);
        }
        out.flush();
    }

    private static PrivateKey key(Path pem) throws IOException, GeneralSecurityException {
        String text = Files.readString(pem).replaceAll("-----[A-Z ]+-----", "");
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(text)));
    }

    private static String claims(String[] column) {
        long now = Instant.now().getEpochSecond() / 3600 * 3600;
        return "{\"iss\":\"huikuan\",\"aud\":\"huikuan\",\"iat\":" + now + ",\"exp\":" + (now + 30 * 86400)
                + ",\"tenant\":\"" + column[0] + "\",\"sub\":\"" + column[1] + "\",\"name\":\"" + column[2] + "\",\"groups\":[\"" + column[3] + "\"]"
                + (column[4].isEmpty() ? "" : ",\"region\":\"" + column[4] + "\"")
                + (column[5].isEmpty() ? "" : ",\"customer\":\"" + column[5] + "\"") + "}";
    }

    private static String sign(String claims, PrivateKey key) throws GeneralSecurityException {
        String text = base64("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + '.' + base64(claims);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(text.getBytes(StandardCharsets.UTF_8));
        return text + '.' + BASE64.encodeToString(signature.sign());
    }

    private static String base64(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
