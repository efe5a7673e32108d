// Starts Azurite's Table service in memory, on a port of its own choosing, and writes that port on a line.
// Ends when its input ends: no test that dies leaves one running.
// With a certificate and its key (PEM files) it speaks HTTPS and asks for Entra tokens or the shared key.
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const TableConfiguration = require("azurite/dist/src/table/TableConfiguration").default;
const TableServer = require("azurite/dist/src/table/TableServer").default;

const [certificate, key] = process.argv.slice(2);
const settings = {
  host: "127.0.0.1",
  port: 0,
  keepAliveSeconds: 5,
  metadataPath: "",
  debugLog: false,
  accessLog: false,
  accessLogStream: undefined,
  debugLogPath: undefined,
  loose: false,
  skipApiVersionCheck: true,
  certificate,
  key,
  password: undefined,
  oauth: certificate ? "basic" : undefined,
  disableProductStyleUrl: false,
  inMemory: true,
};

const server = new TableServer(new TableConfiguration(...Object.values(settings)));
await server.start();
console.log(new URL(server.getHttpServerAddress()).port);

process.stdin.resume();
process.stdin.on("end", () => process.exit(0));
