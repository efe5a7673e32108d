// Validates with ajv. Input: { "schemas": { file: schema }, "documents": [ { "schema": file, "document": … } ] };
// the schema "asyncapi" is that of AsyncAPI 3.0 itself. Output: for each document a list of what is wrong with it.
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { createRequire } from "node:module";
import { text } from "node:stream/consumers";

const require = createRequire(import.meta.url);
const { schemas, documents } = JSON.parse(await text(process.stdin));
const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false, allowUnionTypes: true });
addFormats(ajv);
for (const [file, schema] of Object.entries(schemas)) {
  ajv.addSchema(schema, file);
}

const asyncApi = new Ajv({ allErrors: true, strict: false, meta: false, validateSchema: false }); // it brings the meta-schema along
addFormats(asyncApi);
const validators = { asyncapi: asyncApi.compile(require("@asyncapi/specs/schemas/3.0.0.json")) };

const findings = documents.map(({ schema, document }) => {
  const validate = (validators[schema] ??= ajv.getSchema(schema));
  return validate(document) ? [] : validate.errors.map(error => `${error.instancePath} ${error.message}`);
});
console.log(JSON.stringify(findings));
