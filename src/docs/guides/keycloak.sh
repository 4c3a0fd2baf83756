#!/usr/bin/env bash
# Huikuan behind a real Keycloak: fetches it, makes a realm as src/docs/identity.md says, starts the packaged service against it, signs in as each role, and checks what the
# guide promises. Needs a JDK 17 or later, curl and jq, and the package: ./mvnw package -DskipTests
#
#   bash src/docs/guides/keycloak.sh [directory]        by default target/keycloak
#
# HUIKUAN_APP is the package (target/quarkus-app). With KEEP=1 both go on running afterwards, to look at, until Ctrl-C. Exit code 0: all was as it must be.
set -Eeuo pipefail
umask 077

version=26.7.3
central=https://repo.maven.apache.org/maven2/org/keycloak/keycloak-quarkus-dist
root=$(cd "$(dirname "$0")/../../.." && pwd)
work=${1:-$root/target/keycloak}
app=${HUIKUAN_APP:-$root/target/quarkus-app}
skew=10       # seconds; 60 by default
refresh=20    # seconds; 5 minutes by default
remembered=60 # seconds for which a verified token stays verified: not to be set

mkdir -p "$work"
work=$(cd "$work" && pwd)
keycloak=$work/keycloak-$version
home=$work/home
log=$work/huikuan.log
[ -f "$app/quarkus-run.jar" ] || { echo "There is no package in $app: ./mvnw package -DskipTests"; exit 2; }

# --- what is seen and checked ---

failed=0
seen=() # every token and secret: none may be in a log

step() { printf '\n%s\n' "$1"; }

check() { # what, expected, actual
    if [ "$2" = "$3" ]; then
        echo "  ok    $1: $3"
    else
        echo "  WRONG $1: expected $2, but it is $3"
        failed=$((failed + 1))
    fi
}

free_port() { # from
    local port=$1
    while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done
    echo "$port"
}

wait_for() { # url, seconds
    for _ in $(seq "$2"); do
        curl -sf -o /dev/null "$1" && return
        sleep 1
    done
    echo "$1 does not answer"
    exit 1
}

secret() { head -c 24 /dev/urandom | base64 | tr -d '+/='; }

keycloak_pid= service_pid=
end() {
    [ -z "$service_pid" ] || kill "$service_pid" 2>/dev/null || true
    [ -z "$keycloak_pid" ] || kill "$keycloak_pid" 2>/dev/null || true
    wait 2>/dev/null || true
    rm -f "$work/kcadm.config" "$work/password"
}
trap end EXIT
trap 'echo "Stopped in line $LINENO; what was said is in $work/*.log" >&2' ERR

# --- Keycloak ---

fetch() {
    local zip=keycloak-quarkus-dist-$version.zip
    cd "$work"
    [ -f "$zip" ] || curl -fsS -o "$zip.part" "$central/$version/$zip"
    [ ! -f "$zip.part" ] || mv "$zip.part" "$zip"
    curl -fsS -o "$zip.sha256" "$central/$version/$zip.sha256"
    if [ "$(cut -c1-64 "$zip.sha256")" != "$({ sha256sum "$zip" 2>/dev/null || shasum -a 256 "$zip"; } | cut -c1-64)" ]; then
        rm -f "$zip"
        echo "What came is not what Maven Central says it is."
        exit 1
    fi
    [ -d "$keycloak" ] || jar xf "$zip"
    rm -rf "$keycloak/data"
}

start_keycloak() {
    KC_BOOTSTRAP_ADMIN_USERNAME=admin KC_BOOTSTRAP_ADMIN_PASSWORD=$admin_password JAVA_OPTS_KC_HEAP='-Xms64m -Xmx512m' \
        bash "$keycloak/bin/kc.sh" start-dev --http-host=127.0.0.1 --http-port="$keycloak_port" >"$work/keycloak.log" 2>&1 &
    keycloak_pid=$!
    wait_for "$keycloak_url/realms/master" 180
}

kc() { bash "$keycloak/bin/kcadm.sh" "$@" --config "$work/kcadm.config" 2>>"$work/kcadm.log"; }

mapper() { # scope, name, kind, then configuration as JSON
    kc create "client-scopes/$1/protocol-mappers/models" -r huikuan -f - <<<"$(jq -n --arg name "$2" --arg kind "$3" --argjson config "$4" \
        '{name: $name, protocol: "openid-connect", protocolMapper: $kind, config: $config}')" >/dev/null
}

attribute_mapper() { # scope, attribute
    mapper "$1" "$2" oidc-usermodel-attribute-mapper "$(jq -n --arg name "$2" \
        '{"user.attribute": $name, "claim.name": $name, "jsonType.label": "String", "access.token.claim": "true", "id.token.claim": "false"}')"
}

client() { # name, configuration as JSON
    kc create clients -r huikuan -i -f - <<<"$(jq -n --arg name "$1" --argjson more "$2" \
        '{clientId: $name, publicClient: true, standardFlowEnabled: false, directAccessGrantsEnabled: false} + $more')"
}

user() { # name, roles, attributes as JSON
    local id
    id=$(kc create users -r huikuan -i -f - <<<"$(jq -n --arg name "$1" --argjson attributes "$3" --rawfile password "$work/password" \
        '{username: $name, enabled: true, email: "\($name)@acme.example", emailVerified: true, firstName: "Role", lastName: $name, attributes: $attributes,
          credentials: [{type: "password", value: $password, temporary: false}]}')")
    local role
    for role in $2; do kc add-roles -r huikuan --uid "$id" --rolename "$role"; done
}

user_id() { kc get users -r huikuan -q username="$1" -q exact=true --fields id --format csv --noquotes; }

make_realm() {
    KC_CLI_PASSWORD=$admin_password kc config credentials --server "$keycloak_url" --realm master --user admin
    kc create realms -s realm=huikuan -s enabled=true -s accessTokenLifespan=600 >/dev/null

    # Attributes that only administrators write: a user who could write them would choose the tenant.
    kc get users/profile -r huikuan | jq '.attributes += [("tenant", "region", "customer") |
        {name: ., displayName: ., multivalued: false, permissions: {view: ["admin"], edit: ["admin"]}}]' >"$work/profile.json"
    kc update users/profile -r huikuan -f "$work/profile.json"

    local role
    for role in ADMIN MANAGER REP FINANCE PARTNER; do kc create roles -r huikuan -s name=$role >/dev/null; done

    # Whom tokens are for: a client that nobody signs in at, so that its name is in no ID token.
    client huikuan '{}' >/dev/null
    local scope
    scope=$(kc create client-scopes -r huikuan -i -s name=huikuan -s protocol=openid-connect)
    mapper "$scope" audience oidc-audience-mapper \
        '{"included.client.audience": "huikuan", "access.token.claim": "true", "id.token.claim": "false"}'
    mapper "$scope" roles oidc-usermodel-realm-role-mapper \
        '{"claim.name": "groups", "multivalued": "true", "jsonType.label": "String", "access.token.claim": "true", "id.token.claim": "false"}'
    attribute_mapper "$scope" tenant
    attribute_mapper "$scope" region
    attribute_mapper "$scope" customer

    # What people sign in at. An app in a browser or on a phone has the standard flow with PKCE instead of passwords.
    local apps
    apps=$(client huikuan-app '{"directAccessGrantsEnabled": true}')
    kc update "clients/$apps/default-client-scopes/$scope" -r huikuan
    client other-app '{"directAccessGrantsEnabled": true}' >/dev/null

    user admin ADMIN '{"tenant": ["acme"]}'
    user finance FINANCE '{"tenant": ["acme"]}'
    user manager MANAGER '{"tenant": ["acme"], "region": ["EAST"]}'
    user rep REP '{"tenant": ["acme"], "region": ["EAST"]}'
    user partner PARTNER '{"tenant": ["acme"], "customer": ["D01"]}'
    user admin-of-beta ADMIN '{"tenant": ["beta"]}'
    user without-role '' '{"tenant": ["acme"]}'
    user without-tenant REP '{}'
    user partner-and-rep 'PARTNER REP' '{"tenant": ["acme"], "customer": ["D01"]}'
}

# --- the service ---

start_service() { # further environment
    env HUIKUAN_HOME="$home" QUARKUS_HTTP_HOST=127.0.0.1 QUARKUS_HTTP_PORT="$service_port" HUIKUAN_DB_EMBEDDED_PORT="$database_port" \
        HUIKUAN_BOOTSTRAP_TENANTS_0__CODE=acme HUIKUAN_BOOTSTRAP_TENANTS_0__NAME='Acme Supply' \
        HUIKUAN_BOOTSTRAP_TENANTS_0__ZONE=Asia/Shanghai HUIKUAN_BOOTSTRAP_TENANTS_0__CURRENCY=CNY \
        HUIKUAN_BOOTSTRAP_TENANTS_1__CODE=beta HUIKUAN_BOOTSTRAP_TENANTS_1__NAME='Beta Supply' \
        HUIKUAN_BOOTSTRAP_TENANTS_1__ZONE=Europe/Berlin HUIKUAN_BOOTSTRAP_TENANTS_1__CURRENCY=EUR \
        MP_JWT_VERIFY_PUBLICKEY_LOCATION="$issuer/protocol/openid-connect/certs" HUIKUAN_TOKEN_ISSUER="$issuer" HUIKUAN_TOKEN_AUDIENCE=huikuan \
        HUIKUAN_TOKEN_KEYS_REFRESH="${refresh}S" MP_JWT_VERIFY_CLOCK_SKEW=$skew \
        QUARKUS_LOG_LEVEL=DEBUG "$@" \
        java "@$app/jvm.options" -jar "$app/quarkus-run.jar" >>"$log" 2>&1 &
    service_pid=$!
    wait_for "$service_url/q/health/ready" 90
}

stop_service() {
    kill "$service_pid"
    wait "$service_pid" 2>/dev/null || true
    service_pid=
}

# The token of a user, by the token endpoint, into $token; what makes new ones into $again.
sign_in() { # user, client, realm's URL
    local answer
    answer=$(curl -sS "${3:-$issuer}/protocol/openid-connect/token" -d grant_type=password -d "client_id=${2:-huikuan-app}" -d scope=openid \
        -d "username=$1" --data-urlencode "password@$work/password")
    token=$(jq -r '.access_token // empty' <<<"$answer")
    again=$(jq -r '.refresh_token // empty' <<<"$answer")
    identity=$(jq -r '.id_token // empty' <<<"$answer")
    refused=$(jq -r '.error // empty' <<<"$answer")
    if [ -n "$token" ]; then seen+=("$token" "$again" "$identity"); fi
}

claim() { jq -rR "split(\".\")[1] | gsub(\"-\"; \"+\") | gsub(\"_\"; \"/\") | @base64d | fromjson | .$2" <<<"$1"; }
key_of() { jq -rR 'split(".")[0] | gsub("-"; "+") | gsub("_"; "/") | @base64d | fromjson | .kid' <<<"$1"; }

# Asks the service; the answer into $answer, its status into $status, the first error's words and code into $words and $code.
ask() { # token, document, variables
    local all
    all=$(curl -sS -w '\n%{http_code}' "$service_url/graphql" -H @<(printf 'Authorization: Bearer %s\n' "$1") -H 'Content-Type: application/json' \
        -d "$(jq -n --arg query "$2" --argjson variables "${3:-{\}}" '{query: $query, variables: $variables}')")
    status=${all##*$'\n'}
    answer=${all%$'\n'*}
    words=$(jq -r '.errors[0].message // empty' <<<"$answer")
    code=$(jq -r '.errors[0].extensions.code // empty' <<<"$answer")
}

told() { jq -c "$1" <<<"$answer"; }

who='{ viewer { tenant { code } user { name roles region } } }'

comes_in() { # what, token
    ask "$2" "$who"
    check "$1" 200 "$status"
}

turned_away() { # what, token, words
    ask "$2" "$who"
    check "$1" "401 $3" "$status $words"
}

wait_until() { # second
    local left=$(($1 - $(date +%s)))
    [ $left -le 0 ] || { echo "  ...   waiting $left s"; sleep $left; }
}

# As the owner of the database, with the driver that the service brings.
as_owner() { # statement
    cat >"$work/AsOwner.java" <<'JAVA'
import java.nio.file.*;
import java.sql.*;
import java.util.*;
class AsOwner {
    public static void main(String[] a) throws Exception {
        Properties passwords = new Properties();
        try (var in = Files.newInputStream(Path.of(a[1]))) { passwords.load(in); }
        try (Connection db = DriverManager.getConnection(a[0], "huikuan_owner", passwords.getProperty("huikuan_owner")); Statement s = db.createStatement()) {
            s.execute(a[2]);
        }
    }
}
JAVA
    java -cp "$(ls "$app"/lib/main/org.postgresql.postgresql-*.jar)" "$work/AsOwner.java" \
        "jdbc:postgresql://127.0.0.1:$database_port/huikuan" "$home/postgresql.passwords" "$1"
}

# --- what is checked ---

roles_and_tenants() {
    step 'Each role, by its own token'
    sign_in finance
    ask "$token" "$who"
    check 'finance' '["acme","finance",["FINANCE"],null]' \
        "$(told '.data.viewer | [.tenant.code, (.user.name | sub("Role "; "")), .user.roles, .user.region]')"
    local loaded
    loaded=$(printf 'code,name,region\nD01,Demo Distributor 01,EAST\nD02,Demo Distributor 02,WEST\n' |
        curl -sS "$service_url/imports/customers" -H @<(printf 'Authorization: Bearer %s\n' "$token") -H 'Content-Type: text/csv' --data-binary @-)
    check 'finance loads customers' '["SUCCEEDED",2]' "$(jq -c '[.status, .created]' <<<"$loaded")"
    ask "$token" '{ customers { nodes { code } } }'
    check 'finance sees' '["D01","D02"]' "$(told '[.data.customers.nodes[].code] | sort')"
    ask "$token" '{ auditEvents { nodes { kind } } }'
    check 'finance reads no audit log' FORBIDDEN "$code"

    sign_in admin
    ask "$token" '{ viewer { user { roles } } tenantSettings { __typename } customers { nodes { code } } }'
    check 'admin sees' '[["ADMIN"],true,["D01","D02"]]' \
        "$(told '.data | [.viewer.user.roles, .tenantSettings != null, ([.customers.nodes[].code] | sort)]')"

    sign_in manager
    ask "$token" '{ viewer { user { roles region } } customers { nodes { code } } }'
    check 'manager sees the region of the token' '[["MANAGER"],"EAST",["D01"]]' \
        "$(told '.data | [.viewer.user.roles, .viewer.user.region, [.customers.nodes[].code]]')"

    sign_in rep
    ask "$token" '{ viewer { user { roles region } } customers { nodes { code } } }'
    check 'rep sees what is the rep'"'"'s own: nothing yet' '[["REP"],"EAST",[]]' \
        "$(told '.data | [.viewer.user.roles, .viewer.user.region, [.customers.nodes[].code]]')"
    ask "$token" '{ tenantSettings { __typename } auditEvents { nodes { kind } } }'
    check 'rep reads no audit log' FORBIDDEN "$code"

    sign_in partner
    ask "$token" '{ viewer { user { roles } } myAccount { code name } }'
    check 'partner sees the account of the token' '[["PARTNER"],"D01","Demo Distributor 01"]' \
        "$(told '.data | [.viewer.user.roles, .myAccount.code, .myAccount.name]')"
    ask "$token" '{ customers { nodes { code } } }'
    check 'partner lists no customers' FORBIDDEN "$code"

    sign_in admin-of-beta
    ask "$token" '{ viewer { tenant { code } } customers { nodes { code } } }'
    check 'the admin of another tenant sees nothing of this one' '["beta",[]]' \
        "$(told '.data | [.viewer.tenant.code, [.customers.nodes[].code]]')"
}

refusals() {
    step 'Who is turned away'
    sign_in without-role
    turned_away 'a user without a role' "$token" 'The token names no role.'
    sign_in without-tenant
    turned_away 'a user without a tenant' "$token" "The token lacks the claim 'tenant'."
    sign_in partner-and-rep
    turned_away 'a partner who is something else too' "$token" 'The token names PARTNER and another role.'
    sign_in rep other-app
    turned_away 'a token for another audience' "$token" 'The token is not for this service.'
    sign_in rep huikuan-app "${issuer/127.0.0.1/localhost}"
    turned_away 'a token with a good signature by another issuer' "$token" 'The token is not from the issuer expected here.'
    sign_in rep
    turned_away 'the ID token' "$identity" 'The token is not for this service.'
    turned_away 'the refresh token' "$again" 'The token is signed by a key that is not known here.'
    turned_away 'a token that was changed' "${token%.*}.$(tr A-Za-z N-ZA-Mn-za-m <<<"${token##*.}")" 'The token is not valid.'
    ask '' "$who"
    check 'no token' 401 "$status"

    step 'Nobody chooses a tenant'
    local account
    account=$(curl -sS "$issuer/account" -H @<(printf 'Authorization: Bearer %s\n' "$token") -H 'Accept: application/json')
    curl -sS -o /dev/null "$issuer/account" -H @<(printf 'Authorization: Bearer %s\n' "$token") -H 'Content-Type: application/json' \
        -d "$(jq '.attributes = {tenant: ["beta"], region: ["WEST"]}' <<<"$account")"
    sign_in rep
    check 'tenant and region after the user has tried to set others' 'acme EAST' "$(claim "$token" tenant) $(claim "$token" region)"
}

rotation() {
    step 'Keys rotate'
    sign_in finance
    local before=$token old
    comes_in 'a token by the old key' "$before"
    old=$(kc get keys -r huikuan | jq -r --arg kid "$(key_of "$before")" '.keys[] | select(.kid == $kid) | .providerId')
    kc create components -r huikuan -s name=next -s providerId=rsa-generated -s providerType=org.keycloak.keys.KeyProvider \
        -s 'config.priority=["200"]' -s 'config.algorithm=["RS256"]' >/dev/null
    sleep 10 # the provider is asked at most once in this time, and forged tokens came a moment ago
    sign_in finance
    check 'the new token has another key' true "$([ "$(key_of "$before")" != "$(key_of "$token")" ] && echo true)"
    comes_in 'the new token, without a restart' "$token"
    comes_in 'the token by the old key, which is still shown' "$before"
    kc update "components/$old" -r huikuan -s 'config.enabled=["false"]'
    local removed
    removed=$(date +%s)
    wait_until $((removed + refresh + remembered + 1))
    turned_away "the token by the old key, $((refresh + remembered)) s after it was removed" "$before" 'The token is signed by a key that is not known here.'
    comes_in 'the new token' "$token"
}

revocation() {
    step "Disabled in Keycloak: the token lives until its end, and $skew s more for clocks that differ"
    kc update realms/huikuan -s accessTokenLifespan=20
    sign_in manager
    kc update realms/huikuan -s accessTokenLifespan=600
    local living=$token ends
    ends=$(claim "$living" exp)
    comes_in 'before' "$living"
    kc update "users/$(user_id manager)" -r huikuan -s enabled=false
    comes_in 'at once afterwards' "$living"
    check 'Keycloak makes no new token of the old session' invalid_grant "$(curl -sS "$issuer/protocol/openid-connect/token" -d grant_type=refresh_token \
        -d client_id=huikuan-app --data-urlencode "refresh_token@"<(printf %s "$again") | jq -r .error)"
    sign_in manager
    check 'nor one by the password' invalid_grant "$refused"
    wait_until $((ends + 3))
    comes_in '3 s after its end' "$living"
    wait_until $((ends + skew + 1))
    turned_away "$((skew + 1)) s after its end" "$living" 'The token has expired.'

    step 'Signed out at Keycloak: the same'
    sign_in finance
    curl -sS -o /dev/null "$issuer/protocol/openid-connect/logout" -d client_id=huikuan-app --data-urlencode "refresh_token@"<(printf %s "$again")
    comes_in 'the token that was made before' "$token"
    check 'Keycloak makes no new one' invalid_grant "$(curl -sS "$issuer/protocol/openid-connect/token" -d grant_type=refresh_token \
        -d client_id=huikuan-app --data-urlencode "refresh_token@"<(printf %s "$again") | jq -r .error)"

    step 'Removed in Huikuan: at once'
    local finance=$token person
    sign_in partner
    comes_in 'a partner' "$token"
    ask "$token" '{ viewer { user { id } } }'
    person=$(jq -r .data.viewer.user.id <<<"$answer")
    ask "$finance" 'mutation($user: ID!) { removePartnerUser(input: {userId: $user}) { user { active } userErrors { code } } }' \
        "$(jq -n --arg user "$person" '{user: $user}')"
    check 'removePartnerUser' '[false,[]]' "$(told '.data.removePartnerUser | [.user.active, .userErrors]')"
    turned_away 'the same token' "$token" 'This person may no longer sign in.'
    sign_in partner
    turned_away 'a new one' "$token" 'This person may no longer sign in.'
    sign_in rep
    comes_in 'a rep' "$token"
    as_owner "with gone as (
            update app_user set active = false
            where tenant_id = (select tenant_id from tenant where code = 'acme') and subject = '$(claim "$token" sub)' and active
            returning tenant_id, id)
        select pg_notify('huikuan_person_removed', tenant_id || ' ' || id) from gone"
    turned_away 'the same token, after the statement of the guide' "$token" 'This person may no longer sign in.'
}

nested_claims() {
    step 'Roles from realm_access/roles'
    local scope
    scope=$(kc get client-scopes -r huikuan | jq -r '.[] | select(.name == "huikuan") | .id')
    kc delete "client-scopes/$scope/protocol-mappers/models/$(kc get "client-scopes/$scope/protocol-mappers/models" -r huikuan |
        jq -r '.[] | select(.name == "roles") | .id')" -r huikuan
    sign_in finance
    turned_away 'without the mapper of roles' "$token" 'The token names no role.'
    stop_service
    start_service HUIKUAN_TOKEN_CLAIMS_ROLES=realm_access/roles
    ask "$token" "$who"
    check 'by the nested claim' '["FINANCE"]' "$(told .data.viewer.user.roles)"
}

logs() {
    step 'The audit log tells who, what and from where'
    sign_in admin
    sleep 4 # rows come two seconds later
    local events after= page
    events=[]
    while :; do
        ask "$token" 'query($after: String) { auditEvents(first: 100, after: $after) { nodes { kind who what address userAgent } pageInfo { hasNextPage endCursor } } }' \
            "$(jq -n --arg after "$after" 'if $after == "" then {} else {after: $after} end')"
        page=$answer
        events=$(jq -n --argjson before "$events" --argjson page "$page" '$before + $page.data.auditEvents.nodes')
        [ "$(jq -r .data.auditEvents.pageInfo.hasNextPage <<<"$page")" = true ] || break
        after=$(jq -r .data.auditEvents.pageInfo.endCursor <<<"$page")
    done
    local rep
    rep=$(user_id rep)
    check 'a sign-in of rep' true "$(jq --arg who "$rep" 'any(.kind == "SIGNED_IN" and .who == $who and .address == "127.0.0.1")' <<<"$events")"
    check 'what rep may not' true "$(jq --arg who "$rep" 'any(.kind == "ACCESS_REFUSED" and .who == $who)' <<<"$events")"
    check 'rep, who may no longer sign in' true \
        "$(jq --arg who "$rep" 'any(.kind == "SIGN_IN_REFUSED" and .who == $who and (.what | test("may no longer sign in")))' <<<"$events")"
    check 'the token for another audience, in the log' true \
        "$(grep -q 'SIGN_IN_REFUSED tenant=- who="" what="POST /graphql: The token is not for this service." from=127.0.0.1' "$log" && echo true)"

    step 'No token or secret is in a log, though the service was told to log all it can'
    local found=0 text part
    printf '%s' "$events" >"$work/audit.json"
    for text in "${seen[@]}"; do
        for part in ${text//./ }; do
            # What all tokens of one key begin with is no secret.
            [ "$part" != "${text%%.*}" ] || continue
            if grep -qF -e "$part" "$log" "$work/audit.json"; then found=$((found + 1)); fi
        done
    done
    check "parts of ${#seen[@]} tokens and secrets in $(wc -l <"$log" | tr -d ' ') lines of the log, $(grep -c ' DEBUG ' "$log") of them DEBUG, and $(jq length <<<"$events") of the audit log" 0 "$found"
}

# --- one after the other ---

step "Keycloak $version from Maven Central"
fetch
echo "  ok    SHA-256 $(cut -c1-64 "$work/keycloak-quarkus-dist-$version.zip.sha256")"

keycloak_port=$(free_port 18180)
service_port=$(free_port 18280)
database_port=$(free_port 18380)
keycloak_url=http://127.0.0.1:$keycloak_port
service_url=http://127.0.0.1:$service_port
issuer=$keycloak_url/realms/huikuan
admin_password=$(secret)
secret | tr -d '\n' >"$work/password"
seen+=("$admin_password" "$(cat "$work/password")")
rm -rf "$home" "$log"

step 'The service starts before its provider is there'
start_service
turned_away 'any token' eyJhbGciOiJSUzI1NiIsImtpZCI6ImEifQ.eyJzdWIiOiJhIn0.YQ 'The keys of the identity provider cannot be read at the moment.'
start_keycloak
make_realm
echo "  ok    realm huikuan at $keycloak_url"

roles_and_tenants
refusals
rotation
revocation
nested_claims
logs

step "$([ $failed = 0 ] && echo 'All was as it must be.' || echo "$failed checks failed.")"
if [ "${KEEP:-}" = 1 ]; then
    echo "Keycloak: $keycloak_url  Huikuan: $service_url  The users' password: $work/password  Ctrl-C ends both."
    wait "$service_pid"
fi
[ $failed = 0 ]
