// What the reps' app does, with the libraries that it is made of: Apollo Client over HTTP, graphql-ws over a socket.
// It is run by RealClientsTest with the address, a token and an input for logContact, and prints one JSON object: what came back and what went out.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from "@apollo/client";
import { PersistedQueryLink } from "@apollo/client/link/persisted-queries";
import { addTypenameToDocument } from "@apollo/client/utilities";
import { parse, print } from "graphql";
import { createClient } from "graphql-ws";
import WebSocket from "ws";

const { ADDRESS, TOKEN, SCHEMA_FOLDER, LOG_CONTACT } = process.env;
const authorization = `Bearer ${TOKEN}`;
const sha256 = (text) => createHash("sha256").update(text).digest("hex");
const text = (name) => readFileSync(`${SCHEMA_FOLDER}/operations/${name}.graphql`, "utf8");
const manifest = (file) => JSON.parse(readFileSync(`${SCHEMA_FOLDER}/${file}`, "utf8")).operations;

/** What was sent; answers with an ETag are kept and asked for again, as a phone's HTTP cache does. */
const sent = [];
const kept = new Map();
async function phone(address, options) {
  const headers = { ...options.headers, authorization };
  const before = options.method === "GET" ? kept.get(address) : undefined;
  if (before) headers["if-none-match"] = before.tag;
  const response = await fetch(address, { ...options, headers });
  const document = options.method === "GET" ? new URL(address).searchParams.has("query") : "query" in JSON.parse(options.body);
  sent.push({ method: options.method, document, status: response.status, encoding: response.headers.get("content-encoding") });
  if (response.status === 304) return new Response(before.body, { headers: { "content-type": before.type } });
  if (!response.headers.get("etag")) return response;
  const body = await response.text();
  kept.set(address, { body, tag: response.headers.get("etag"), type: response.headers.get("content-type") });
  return new Response(body, { status: response.status, headers: response.headers });
}

function app(useGETForHashedQueries) {
  return new ApolloClient({
    cache: new InMemoryCache(),
    link: ApolloLink.from([
      new PersistedQueryLink({ sha256, useGETForHashedQueries }),
      new HttpLink({ uri: ADDRESS, fetch: phone }),
    ]),
    defaultOptions: { query: { fetchPolicy: "network-only" } },
  });
}

const report = { sent };

// The hashes that Apollo Client makes of the documents are those of the manifest.
const known = new Set(manifest("trusted-documents-apollo.json").map((operation) => operation.id));
report.foreign = readdirSync(`${SCHEMA_FOLDER}/operations`)
  .map((file) => file.replace(".graphql", ""))
  .filter((name) => !known.has(sha256(print(addTypenameToDocument(parse(text(name)))))));

const getting = app(true);
const list = { query: parse(text("rep-customer-list")), variables: { first: 20 } };
report.got = (await getting.query(list)).data;
report.gotAgain = (await getting.query(list)).data;
report.cached = Object.keys(getting.cache.extract()).filter((key) => key.startsWith("Customer:")).length;

const posting = app(false);
report.posted = (await posting.query({ query: parse(text("viewer")) })).data;
report.mutated = (await posting.mutate({ mutation: parse(text("rep-log-contact")), variables: { input: JSON.parse(LOG_CONTACT) } })).data;

// A document that the service does not know is sent along after the service has said so.
report.own = (await posting.query({ query: parse("query Own { viewer { tenant { code } } }") })).data;

const socket = createClient({ url: ADDRESS.replace("http", "ws"), webSocketImpl: WebSocket, connectionParams: { authorization }, retryAttempts: 0 });
const subscription = { query: "", documentId: manifest("trusted-documents.json").find((o) => o.name === "RepAlertRaised").id };
writeFileSync("listening", "");
for await (const event of socket.iterate(subscription)) {
  report.heard = event;
  break;
}
await socket.dispose();
console.log(JSON.stringify(report));
