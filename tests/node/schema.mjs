// Says of each line of standard input, a JSON text, whether the schema named as the first argument takes it: true or false.
import Ajv2020 from "ajv/dist/2020.js";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

const validate = new Ajv2020({ strict: true }).compile(JSON.parse(readFileSync(process.argv[2], "utf8")));
for await (const line of createInterface({ input: process.stdin })) {
  console.log(validate(JSON.parse(line)));
}
