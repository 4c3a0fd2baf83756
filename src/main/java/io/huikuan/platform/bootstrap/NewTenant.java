package io.huikuan.platform.bootstrap;

import io.huikuan.kernel.money.Currencies;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A tenant to be introduced.
 *
 * @param code the code by which tokens name it
 * @param name what it is called
 * @param zone the time zone that rules its business dates
 * @param currency the currency of its totals, as its ISO 4217 code
 */
public record NewTenant(String code, String name, ZoneId zone, String currency) {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");
    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

    public NewTenant {
        List<String> wrong = whatIsWrong(code, name, zone.getId(), currency);
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", wrong));
        }
    }

    /** What keeps the four from being a tenant, in words; empty when nothing does. */
    static List<String> whatIsWrong(String code, String name, String zone, String currency) {
        List<String> wrong = new ArrayList<>();
        if (!CODE.matcher(code).matches()) {
            wrong.add("code '" + code + "' is not of letters, digits, '-', '_' and '.', at most 63");
        }
        if (name.isBlank() || name.length() > 200) {
            wrong.add("the name is blank or longer than 200");
        }
        // Offsets like +08:00 are left out on purpose: they know no daylight saving.
        if (!ZONES.contains(zone)) {
            wrong.add("zone '" + zone + "' is no IANA time zone such as Asia/Shanghai");
        }
        if (!Currencies.exists(currency)) {
            wrong.add("currency '" + currency + "' is no ISO 4217 code such as CNY");
        }
        return wrong;
    }
}
