// JSON Schema -> TypeScript, as much of both as core/schema needs: references, objects, arrays, unions, intersections,
// constants and plain types. Anything else stops the build, so that no part of the schema is lost in silence.

const name = (/** @type {string} */ reference) => /** @type {string} */ (reference.split('/').at(-1));
const KNOWN = ['$schema', '$id', '$ref', '$defs', 'title', 'description', 'type', 'const', 'enum', 'oneOf', 'allOf', 'properties', 'required', 'items',
  'additionalProperties', 'unevaluatedProperties', 'dependentRequired', 'pattern', 'minLength', 'minimum', 'minItems'];
const PLAIN = { string: 'string', number: 'number', integer: 'number', boolean: 'boolean', null: 'null' };

const indented = (/** @type {string} */ text) => text.replace(/^(?=.)/gm, '  ');
const comment = (/** @type {any} */ schema) => (schema.description ? `/** ${schema.description} */\n` : '');

/** @param {any} schema */
function objectType({ properties = {}, required = [] }) {
  const fields = Object.entries(properties).map(([key, field]) => `${comment(field)}${key}${required.includes(key) ? '' : '?'}: ${typeOf(field)};\n`);
  return `{\n${indented(fields.join(''))}}`;
}

/** A choice of required properties: the others of the choice are absent. @param {any} schema */
function choiceOfRequired({ oneOf, properties, ...rest }) {
  const choices = oneOf.map((/** @type {any} */ one) => one.required);
  const shared = Object.fromEntries(Object.entries(properties).filter(([key]) => !choices.flat().includes(key)));
  const variants = choices.map((/** @type {string[]} */ keys) => {
    const absent = choices.flat().filter((/** @type {string} */ key) => !keys.includes(key)).map((/** @type {string} */ key) => `${key}?: undefined`);
    return `{ ${[...keys.map((key) => `${key}: ${typeOf(properties[key])}`), ...absent].join('; ')} }`;
  });
  return `(${variants.join(' | ')}) & ${typeOf({ ...rest, properties: shared })}`;
}

/** @param {any} schema @returns {string} */
export function typeOf(schema) {
  for (const key of Object.keys(schema)) if (!KNOWN.includes(key)) throw new Error(`types.mjs does not know '${key}' of JSON Schema`);
  const { $ref, allOf, oneOf, type, items } = schema;
  if ($ref) return name($ref);
  if ('const' in schema) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((/** @type {any} */ value) => JSON.stringify(value)).join(' | ');
  if (allOf) return [...allOf.map(typeOf), ...(schema.properties ? [objectType(schema)] : [])].join(' & ');
  if (oneOf && schema.properties) return choiceOfRequired(schema);
  if (oneOf) return oneOf.map(typeOf).join(' | ');
  if (type === 'array') return `Array<${typeOf(items)}>`;
  if (type === 'object') return objectType(schema);
  return [type].flat().map((/** @type {keyof typeof PLAIN} */ plain) => PLAIN[plain]).join(' | ');
}

/** All types of a schema, the whole under its title. @param {any} schema */
export function declarations({ $defs, title, ...whole }) {
  const all = { [title]: whole, ...$defs };
  return Object.entries(all).map(([key, one]) => `${comment(one)}export type ${key} = ${typeOf(one)};\n`).join('\n');
}
