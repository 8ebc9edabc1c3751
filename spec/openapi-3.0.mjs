// Writes the contract as OpenAPI 3.0.3, for tools that do not read 3.1: node openapi-3.0.mjs <3.1 json> <3.0 json>
// No published converter that was tried (@apiture/openapi-down-convert 0.14) handles `anyOf: [X, {type: null}]` or if/then.
import { readFileSync, writeFileSync } from 'node:fs';

const [source, target] = process.argv.slice(2);
const document = JSON.parse(readFileSync(source, 'utf8'));

const isNull = schema => schema.type === 'null';
const mapped = (object, convert) => Object.fromEntries(Object.entries(object).map(([name, value]) => [name, convert(value)]));
const nameIn = ref => ref.split('/').pop();

/** Counts for each schema how often it is referred to, and how often beside null. */
const uses = {};
function count(node, besideNull = false) {
  if (node?.$ref?.startsWith?.('#/components/schemas/')) {
    const use = (uses[nameIn(node.$ref)] ??= { all: 0, besideNull: 0 });
    use.all++;
    use.besideNull += besideNull ? 1 : 0;
  }
  if (node !== null && typeof node === 'object') {
    const orNull = Array.isArray(node) && node.some(isNull);
    Object.values(node).forEach(child => count(child, orNull));
  }
}
count(document);
const onlyBesideNull = name => uses[name]?.all === uses[name]?.besideNull;

/** In 3.0 null is allowed by `nullable` beside a type, in the schema referred to as well. A union has it in its first branch. */
function withNull(schema) {
  if (schema.type) {
    return { ...schema, nullable: true };
  }
  const [first, ...others] = schema.oneOf;
  return { ...schema, oneOf: [{ ...first, nullable: true }, ...others] };
}

const added = {};
function nullable(described, { $ref }) {
  const name = nameIn($ref);
  const { type } = document.components.schemas[name];
  const target = onlyBesideNull(name) ? name : `Nullable${name}`;
  if (target !== name) {
    added[target] = withNull(converted(document.components.schemas[name]));
  }
  // A type of array would ask for items here, too.
  const beside = type && type !== 'array' ? { type, nullable: true } : {};
  return { ...described, ...beside, allOf: [{ $ref: `#/components/schemas/${target}` }] };
}

const KEYWORDS = {
  type: type => (Array.isArray(type) ? { type: type.find(one => one !== 'null'), nullable: true } : { type }),
  const: value => ({ enum: [value] }),
  examples: ([first]) => (first === undefined ? {} : { example: first }),
  properties: members => ({ properties: mapped(members, converted) }),
  items: items => ({ items: converted(items) }),
  additionalProperties: others => ({ additionalProperties: typeof others === 'object' ? converted(others) : others }),
  allOf: all => ({ allOf: all.map(converted) }),
  anyOf: any => ({ anyOf: any.map(converted) }),
  oneOf: one => ({ oneOf: one.map(converted) }),
  // What depends on a type cannot be said in 3.0; the service checks it all the same.
  if: () => ({}),
  then: () => ({}),
  else: () => ({}),
};

function converted(schema) {
  const { anyOf, ...described } = schema;
  if (anyOf?.some(isNull)) {
    return nullable(converted(described), anyOf.find(branch => !isNull(branch)));
  }
  return Object.assign({}, ...Object.entries(schema).map(([word, value]) => KEYWORDS[word]?.(value) ?? { [word]: value }));
}

/** Everything but schemas is alike in both versions. */
function walked(node) {
  if (node === null || typeof node !== 'object') {
    return node;
  }
  if (Array.isArray(node)) {
    return node.map(walked);
  }
  return Object.fromEntries(
    Object.entries(node).map(([name, value]) =>
      name === 'schema' ? [name, converted(value)] : [name, name === 'value' ? value : walked(value)],
    ),
  );
}

// 3.0 has no scheme for client certificates, so that way to authenticate is left out.
const schemes = Object.entries(document.components.securitySchemes);
const unknown = schemes.filter(([, scheme]) => scheme.type === 'mutualTLS').map(([name]) => name);
document.components.securitySchemes = Object.fromEntries(schemes.filter(([name]) => !unknown.includes(name)));
document.security = document.security.filter(way => !unknown.some(name => name in way));

const { schemas, ...components } = document.components;
const { summary, license, ...info } = document.info;
const form = {
  ...walked({ ...document, components }),
  openapi: '3.0.3',
  info: { ...info, license: { name: license.name, url: 'https://www.apache.org/licenses/LICENSE-2.0' } },
};
form.components.schemas = Object.fromEntries(
  Object.entries(schemas).map(([name, schema]) => [name, uses[name]?.besideNull && onlyBesideNull(name) ? withNull(converted(schema)) : converted(schema)]),
);
Object.assign(form.components.schemas, added);
writeFileSync(target, `${JSON.stringify(form, null, 2)}\n`);
