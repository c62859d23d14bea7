// The twelve types of annotation, their family and the order in which the page shows them.

/** @typedef {'name' | 'amount' | 'time'} Family */

/** @type {readonly {id: TypeId, family: Family}[]} */
export const TYPES = [
  { id: 'person', family: 'name' },
  { id: 'organization', family: 'name' },
  { id: 'location', family: 'name' },
  { id: 'misc', family: 'name' },
  { id: 'money', family: 'amount' },
  { id: 'percent', family: 'amount' },
  { id: 'quantity', family: 'amount' },
  { id: 'number', family: 'amount' },
  { id: 'date', family: 'time' },
  { id: 'time', family: 'time' },
  { id: 'duration', family: 'time' },
  { id: 'set', family: 'time' },
];

/** @type {ReadonlyMap<TypeId, Family>} */
const FAMILIES = new Map(TYPES.map(({ id, family }) => [id, family]));

/** @param {TypeId} type @returns {Family} */
export const familyOf = (type) => /** @type {Family} */ (FAMILIES.get(type));

/** @param {unknown} value @returns {value is TypeId} */
export const isType = (value) => FAMILIES.has(/** @type {TypeId} */ (value));

/** @type {readonly NameType[]} */
export const NAMES = ['person', 'organization', 'location', 'misc'];

/** @param {unknown} type @returns {type is NameType} */
export const isName = (type) => NAMES.includes(/** @type {NameType} */ (type));

/** @param {Family} family */
export const typesOf = (family) => TYPES.filter((type) => type.family === family).map((type) => type.id);
