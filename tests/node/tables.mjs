// Reads or writes a table with Microsoft's own client, @azure/data-tables.
//   node tables.mjs write <connection string> <table>   entities, as JSON, from the input
//   node tables.mjs read  <connection string> <table>   entities, as JSON with the types of their values, to the output
import { webcrypto } from "node:crypto";
import { text } from "node:stream/consumers";

// Node.js 18, which Debian 12 has, knows it by no global name; the client wants it as soon as it is loaded.
globalThis.crypto ??= webcrypto;
const { TableClient } = await import("@azure/data-tables");

const [command, connectionString, table] = process.argv.slice(2);
const client = TableClient.fromConnectionString(connectionString, table, { allowInsecureConnection: true });

if (command === "write") {
  const [first, ...rest] = JSON.parse(await text(process.stdin));
  await client.createEntity(first);
  await client.submitTransaction(rest.map(entity => ["create", entity]));
} else {
  const entities = [];
  for await (const entity of client.listEntities({ disableTypeConversion: true })) {
    delete entity.etag;
    delete entity.timestamp;
    entities.push(entity);
  }
  console.log(JSON.stringify(entities));
}
