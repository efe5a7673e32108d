// Checks Bicep files as far as that can be done without the compiler: node bicep.mjs FOLDER [TYPES]
//   syntax      tree-sitter's grammar of Bicep finds no error
//   names       every name that is used is declared, every parameter and variable is used and every parameter described
//   modules     are given every parameter they need and no other, and their outputs exist
//   resources   with TYPES, a copy of the folder "generated" of github.com/Azure/bicep-types-az (what the compiler itself
//               reads): the type and version exist, every property is known, none that is required is missing, and literal
//               values are among those allowed
// Prints one line a fault; ends with "N files, N resources, N faults".
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { Language, Parser } from 'web-tree-sitter';

const [folder, types] = process.argv.slice(2);
const builtIn = new Set(['any', 'az', 'sys']);
const faults = [];
let resources = 0;

await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(new URL('node_modules/tree-sitter-bicep/tree-sitter-bicep.wasm', import.meta.url).pathname));

const files = bicepFiles(resolve(folder));
const read = new Map(files.map(file => [file, readOne(file)]));
for (const file of read.values()) {
  checkSyntax(file);
  checkNames(file);
  file.modules.forEach(module => checkModule(file, module));
  file.resources.forEach(resource => checkResource(file, resource));
}

faults.forEach(fault => console.log(fault));
console.log(`${files.length} files, ${resources} resources, ${faults.length} faults`);

function bicepFiles(from) {
  return readdirSync(from, { recursive: true }).filter(name => name.endsWith('.bicep')).sort().map(name => join(from, name));
}

function readOne(path) {
  const root = parser.parse(readFileSync(path, 'utf8')).rootNode;
  const file = { path, root, params: new Map(), vars: new Map(), resources: [], modules: [], outputs: new Set() };
  let decorators = '';
  for (const node of root.namedChildren) {
    if (node.type === 'decorators') { decorators = node.text; continue; }
    const name = node.namedChildren.find(child => child.type === 'identifier')?.text;
    if (node.type === 'parameter_declaration') file.params.set(name, { node, decorators, optional: node.namedChildren.length > 2 || node.text.includes('?') });
    if (node.type === 'variable_declaration') file.vars.set(name, node);
    if (node.type === 'output_declaration') file.outputs.add(name);
    if (node.type === 'module_declaration') file.modules.push({ name, node });
    if (node.type !== 'comment') decorators = '';
  }
  collectResources(root, null, file);
  return file;
}

function collectResources(node, parent, file) {
  for (const child of node.namedChildren) {
    let inner = parent;
    if (child.type === 'resource_declaration') {
      const own = unquoted(child.namedChildren.find(part => part.type === 'string'));
      const type = parent ? `${parent.type}/${own.split('@')[0]}@${own.split('@')[1] ?? parent.version}` : own;
      inner = { name: child.namedChildren[0].text, node: child, type: type.split('@')[0], version: type.split('@')[1], nested: parent !== null, existing: / existing\s*=/.test(child.text.slice(0, 200)) };
      file.resources.push(inner);
    }
    collectResources(child, inner, file);
  }
}

function checkSyntax(file) {
  walk(file.root, node => {
    if (node.isError || node.isMissing) fault(file, node, `the grammar does not know this: ${node.text.slice(0, 60)}`);
  });
}

function checkNames(file) {
  const declared = new Set([...file.params.keys(), ...file.vars.keys(), ...file.resources.map(one => one.name), ...file.modules.map(one => one.name)]);
  const used = new Set();
  walk(file.root, node => {
    if (node.type === 'lambda_expression') declared.add(node.namedChildren[0].text);
    if (node.type === 'for_statement') loopNames(node).forEach(name => declared.add(name));
  });
  walk(file.root, node => {
    if (node.type !== 'identifier' || !isUse(node)) return;
    used.add(node.text);
    if (!declared.has(node.text) && !builtIn.has(node.text)) fault(file, node, `${node.text} is not declared`);
  });
  for (const [name, { node, decorators }] of file.params) {
    if (!used.has(name)) fault(file, node, `the parameter ${name} is not used`);
    if (!decorators.includes('@description(')) fault(file, node, `the parameter ${name} is not described`);
    if (/(key|password|secret)$/i.test(name) && !/webhook/i.test(name) && !decorators.includes('@secure()')) fault(file, node, `the parameter ${name} is not secure`);
  }
  for (const [name, node] of file.vars) if (!used.has(name)) fault(file, node, `the variable ${name} is not used`);
}

function loopNames(node) {
  const parameters = node.namedChildren.find(child => child.type === 'for_loop_parameters');
  return parameters ? parameters.text.replace(/[()]/g, '').split(',').map(name => name.trim()) : [node.namedChildren[0].text];
}

// Not a use: a declaration's own name, the key of a property, the name of a function, of a type, or of a loop's variable.
function isUse(node) {
  const parent = node.parent;
  const first = parent.namedChildren[0]?.equals(node) ?? false;
  if (['parameter_declaration', 'variable_declaration', 'output_declaration', 'resource_declaration', 'module_declaration', 'object_property', 'lambda_expression'].includes(parent.type)) return !first;
  if (parent.type === 'call_expression') return !parent.childForFieldName('function').equals(node);
  if (parent.type === 'for_statement') return !(parent.childForFieldName('initializer')?.equals(node) ?? false);
  return parent.type !== 'nullable_type' && parent.type !== 'type';
}

function checkModule(file, { name, node }) {
  const path = join(dirname(file.path), unquoted(node.namedChildren.find(part => part.type === 'string')));
  const target = read.get(path);
  if (!target) return fault(file, node, `the module ${relative('.', path)} is not there`);
  const given = new Set(keysOf(propertyOf(bodyOf(node), 'params')));
  for (const key of given) if (!target.params.has(key)) fault(file, node, `the module ${name} has no parameter ${key}`);
  for (const [key, { optional }] of target.params) if (!given.has(key) && !optional) fault(file, node, `the module ${name} is not given its parameter ${key}`);
  for (const [, output] of file.root.text.matchAll(new RegExp(`\\b${name}\\.\\??outputs\\.(\\w+)`, 'g'))) {
    if (!target.outputs.has(output)) fault(file, node, `the module ${name} has no output ${output}`);
  }
}

function checkResource(file, resource) {
  resources++;
  const body = bodyOf(resource.node);
  const keys = keysOf(body);
  if (!keys.includes('name')) fault(file, resource.node, `${resource.type} has no name`);
  if (!types || resource.existing) return;
  const type = typeOf(resource);
  if (!type) return fault(file, resource.node, `${resource.type}@${resource.version} is not known`);
  // Where it is deployed is Bicep's own business, not the resource's.
  checkObject(file, body, type.table, type.body, resource.type, new Set(['parent', 'scope', 'dependsOn', 'type', 'apiVersion', 'id']));
}

function checkObject(file, node, table, type, path, skipped = new Set()) {
  const at = reference => table[Number(reference.$ref.slice(2))];
  if (type.$type === 'DiscriminatedObjectType') {
    const kind = unquoted(propertyOf(node, type.discriminator));
    const chosen = type.elements[kind];
    if (!chosen) return kind === null ? undefined : fault(file, node, `${path}.${type.discriminator} cannot be ${kind}`);
    return checkObject(file, node, table, { ...at(chosen), properties: { ...type.baseProperties, ...at(chosen).properties } }, path, skipped);
  }
  if (type.$type === 'ArrayType') return node.type === 'array' ? node.namedChildren.forEach(item => checkValue(file, item, table, at(type.itemType), `${path}[]`)) : undefined;
  if (type.$type !== 'ObjectType' || node.type !== 'object') return;
  for (const property of node.namedChildren.filter(child => child.type === 'object_property' && child.namedChildren[0].type !== 'resource_declaration')) {
    const key = keyOf(property);
    if (skipped.has(key) || key === null) continue;
    const known = type.properties[key];
    if (known && known.flags & 2) fault(file, property, `${path}.${key} can only be read`);
    else if (known) checkValue(file, property.namedChildren[1], table, at(known.type), `${path}.${key}`);
    else if (!type.additionalProperties) fault(file, property, `${path} has no property ${key}`);
  }
  for (const [key, { flags }] of Object.entries(type.properties)) {
    if (flags & 1 && !skipped.has(key) && !keysOf(node).includes(key)) fault(file, node, `${path} lacks ${key}`);
  }
}

function checkValue(file, node, table, type, path) {
  const at = reference => table[Number(reference.$ref.slice(2))];
  if (!node) return;
  if (node.type === 'object' || node.type === 'array') return checkObject(file, node, table, type, path);
  const literal = node.type === 'string' && !node.text.includes('${') ? unquoted(node) : null;
  if (literal === null) return;
  const allowed = (type.$type === 'UnionType' ? type.elements.map(at) : [type]);
  const open = allowed.some(one => one.$type !== 'StringLiteralType');
  if (!open && !allowed.some(one => one.value === literal)) fault(file, node, `${path} cannot be '${literal}': ${allowed.map(one => one.value).join(', ')}`);
  if (allowed.every(one => ['ObjectType', 'ArrayType', 'BooleanType', 'IntegerType'].includes(one.$type))) fault(file, node, `${path} cannot be a string`);
  const named = allowed.filter(one => one.$type === 'StringLiteralType');
  if (open && named.length > 0 && !named.some(one => one.value === literal)) console.log(`note: ${relative('.', file.path)}: ${path} = '${literal}', of ${named.map(one => one.value).join(', ')}`);
}

function typeOf({ type, version }) {
  const known = typeOf.known ??= knownTypes();
  return known.get(`${type}@${version}`.toLowerCase()) ?? null;
}

function knownTypes() {
  const known = new Map();
  for (const path of readdirSync(types, { recursive: true }).filter(name => name.endsWith('types.json'))) {
    const table = JSON.parse(readFileSync(join(types, path), 'utf8'));
    for (const one of table.filter(entry => entry.$type === 'ResourceType')) {
      known.set(one.name.toLowerCase(), { table, body: table[Number(one.body.$ref.slice(2))] });
    }
  }
  return known;
}

function bodyOf(node) {
  let body = null;
  const find = child => { if (!body && child.type === 'object') body = child; else if (!body) child.namedChildren.forEach(find); };
  node.namedChildren.filter(child => child.type !== 'decorators').forEach(find);
  return body;
}

function keyOf(property) {
  const key = property.namedChildren[0];
  return key.type === 'string' ? (key.text.includes('${') ? null : unquoted(key)) : key.text;
}

function keysOf(node) {
  return node ? node.namedChildren.filter(child => child.type === 'object_property' && child.namedChildren[0].type !== 'resource_declaration').map(keyOf) : [];
}

function propertyOf(node, name) {
  return node?.namedChildren.find(child => child.type === 'object_property' && keyOf(child) === name)?.namedChildren[1] ?? null;
}

function unquoted(node) {
  return node ? node.text.replace(/^'|'$/g, '') : null;
}

function walk(node, visit) {
  visit(node);
  node.children.forEach(child => walk(child, visit));
}

function fault(file, node, text) {
  faults.push(`${relative('.', file.path)}:${node.startPosition.row + 1}: ${text}`);
}
