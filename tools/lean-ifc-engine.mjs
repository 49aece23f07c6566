// web-ifc ships the classes of five schemas with its engine: 5.5 of 5.9 MB, which take 0.2 s to start. The
// conversion reads IFC text itself and asks the engine for shapes, and for what the schemas say of classes:
// their names, what they derive from, their attributes (`conversion/ifc/description/ifc-classes.ts`). Bundles
// keep this much, in a short form.

import { createRequire } from 'node:module';

/** What each schema's classes are kept in: `ToRawLineData[1] = { … };` and so on. */
const TABLES = table('ToRawLineData|InversePropertyDef|Constructors|TypeInitialisers');
/** Makers of entities from what a line says. */
const MAKERS = table('FromRawLineData');
/** `var IFC4; ((IFC42) => { … })(IFC4 || (IFC4 = {}));` */
const CLASSES = /^var (\w+);\n\(\(\w+\) => \{$[\s\S]*?^\}\)\(\1 \|\| \(\1 = \{\}\)\);$/gm;

/** @param {string} names */
function table(names) {
  return new RegExp(`^(?:${names})\\[(\\d)\\] = \\{$[\\s\\S]*?^\\};$`, 'gm');
}

/**
 * The source of web-ifc's API without the classes of its schemas: what works with lines of IFC, such as
 * `GetLine`, no longer does. Anything that doesn't look as in 0.0.78 stays as it is.
 * @param {string} source
 * @returns {string}
 */
export function leanIfcEngine(source) {
  // Only who makes a bundle waits for the whole engine.
  const engine = createRequire(import.meta.url)('web-ifc');
  return source
    .replace(TABLES, '')
    .replace(
      MAKERS,
      (_, at) => `FromRawLineData[${at}] = ${shortMakers(engine.FromRawLineData[at])};`,
    )
    .replace(CLASSES, (_, name) => `var ${name} = ${shortClasses(engine[name])};`);
}

/** An object with a key for each class and defined type. @param {object} schema */
function shortClasses(schema) {
  const classes = Object.keys(schema);
  return `Object.fromEntries(${JSON.stringify(classes.join(' '))}.split(" ").map((name) => [name, 0]))`;
}

/**
 * Makers by the code of a class, each of an object whose attributes have the names and the types of the
 * schema, and no values: `ATTRIBUTE=TYPE` is listed once, classes name their rows in base 36.
 * @param {Record<string, Function>} makers
 */
function shortMakers(makers) {
  /** @type {Map<string, number>} */
  const rows = new Map();
  const classes = Object.entries(makers).map(([code, make]) => {
    const attributes = attributesOf(make).map((one) => {
      if (!rows.has(one)) rows.set(one, rows.size);
      return rows.get(one)?.toString(36);
    });
    return `${code}:${attributes.join(',')}`;
  });
  return `((rows, classes) => Object.fromEntries(classes.map((line) => {
    const [code, list] = line.split(":");
    return [code, () => Object.fromEntries(list.split(",").filter(Boolean).map((row) => {
      const [name, type] = rows[parseInt(row, 36)].split("=");
      return [name, type ? { name: type } : null];
    }))];
  })))(${JSON.stringify([...rows.keys()].join(' '))}.split(" "), ${JSON.stringify(classes.join(' '))}.split(" "))`;
}

/** Lets the engine make an entity of nothing but markers and looks at what became of them. @param {Function} make */
function attributesOf(make) {
  const marker = { type: 0, value: '1', map: (/** @type {Function} */ read) => [read(marker)] };
  const entity = make(Array.from({ length: 64 }, () => marker));
  return Object.entries(entity)
    .filter(([name]) => name !== 'expressID' && name !== 'type')
    .map(([name, value]) => {
      const one = Array.isArray(value) ? value[0] : value;
      return typeof one?.name === 'string' ? `${name}=${one.name}` : name;
    });
}
