// PostGraphile over a copy of the generated database, in production mode: it verifies the service's own tokens and works as the service's role, whose
// tenant row-level security knows by the same setting. As many processes as cores, with as many connections in all as the service has.
'use strict';
const cluster = require('cluster');
const fs = require('fs');
const http = require('http');
const jwt = require('jsonwebtoken');
const os = require('os');
const { Pool } = require('pg');
const { postgraphile } = require('postgraphile');

const { PEER_PORT, PEER_DATABASE_URL, PEER_TOKEN_KEY, PEER_CONNECTIONS = 16, PEER_PROCESSES = os.cpus().length } = process.env;

if (cluster.isPrimary) {
  for (let i = 0; i < PEER_PROCESSES; i++) cluster.fork();
  cluster.on('exit', () => process.exit(1));
  process.on('SIGTERM', () => process.exit(0));
} else {
  serve();
}

function serve() {
  const pool = new Pool({ connectionString: PEER_DATABASE_URL, max: Math.max(1, Math.floor(PEER_CONNECTIONS / PEER_PROCESSES)) });
  const key = fs.readFileSync(PEER_TOKEN_KEY, 'utf8');
  const people = new Map();

  // Who it is, from the database once a minute, as the service remembers it.
  async function person(claims) {
    const known = people.get(claims.tenant + ' ' + claims.sub);
    if (known && known.until > Date.now()) return known;
    const client = await pool.connect();
    try {
      const tenant = await client.query('select tenant_id, time_zone from tenant where code = $1', [claims.tenant]);
      const { tenant_id, time_zone } = tenant.rows[0];
      await client.query('begin');
      await client.query("select set_config('app.tenant', $1, true)", [tenant_id]);
      const user = await client.query('select id from app_user where tenant_id = $1 and subject = $2', [tenant_id, claims.sub]);
      await client.query('commit');
      const found = { tenant: tenant_id, zone: time_zone, user: user.rows[0].id, until: Date.now() + 60000 };
      people.set(claims.tenant + ' ' + claims.sub, found);
      return found;
    } finally {
      client.release();
    }
  }

  async function pgSettings(request) {
    const token = (request.headers.authorization || '').replace(/^Bearer /, '');
    const claims = jwt.verify(token, key, { algorithms: ['RS256'], issuer: 'huikuan', audience: 'huikuan' });
    const { tenant, zone, user } = await person(claims);
    return { 'app.tenant': tenant, 'app.user': user, 'app.today': new Intl.DateTimeFormat('sv', { timeZone: zone }).format(new Date()) };
  }

  http.createServer(postgraphile(pool, 'public', {
    pgSettings,
    simpleCollections: 'both',
    dynamicJson: true,
    setofFunctionsContainNulls: false,
    ignoreRBAC: true,
    ignoreIndexes: true,
    graphiql: false,
    watchPg: false,
    disableQueryLog: true,
    disableDefaultMutations: true,
    enableQueryBatching: false,
    legacyRelations: 'omit',
    retryOnInitFail: false,
  })).listen(Number(PEER_PORT), '127.0.0.1');
}
