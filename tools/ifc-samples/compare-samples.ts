// What differs between two versions of a sample, told from their texts alone: each product's place, shape and
// facts with all references written out.

import type { Sample } from './samples.ts';

/** GlobalIds, each with the product's name. */
type Named = Readonly<Record<string, string>>;

export interface SampleChanges {
  readonly from: string;
  readonly to: string;
  readonly added: Named;
  readonly removed: Named;
  readonly moved: Named;
  readonly shape: Named;
  /** Names, types, property sets and quantities. */
  readonly facts: Named;
}

export function compareSamples(from: Sample, to: Sample): SampleChanges {
  const [before, after] = [readProducts(from.text), readProducts(to.text)];
  const both = [...before.values()].flatMap((old) => {
    const now = after.get(old.id);
    return now ? [{ old, now }] : [];
  });
  const where = (differs: (old: Product, now: Product) => boolean): Named =>
    toNamed(both.filter(({ old, now }) => differs(old, now)).map(({ now }) => now));
  return {
    ...{ from: `${from.id}.ifc`, to: `${to.id}.ifc` },
    added: toNamed([...after.values()].filter(({ id }) => !before.has(id))),
    removed: toNamed([...before.values()].filter(({ id }) => !after.has(id))),
    moved: where((old, now) => old.place !== now.place),
    shape: where((old, now) => old.shape !== now.shape),
    facts: where((old, now) => old.facts !== now.facts),
  };
}

interface Product {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly shape: string;
  readonly facts: string;
}

const toNamed = (products: readonly Product[]): Named =>
  Object.fromEntries(products.map(({ id, name }) => [id, name]));

const notCompared = new Set(['IFCOPENINGELEMENT', 'IFCDISTRIBUTIONPORT']);

function readProducts(text: string): ReadonlyMap<string, Product> {
  const lines = new Map(
    [...text.matchAll(/^#(\d+)=([A-Z0-9]+)\((.*)\);$/gm)].map(
      ([, id = '', type = '', values = '']) => [id, { type, values }],
    ),
  );
  const known = new Map<string, string>();
  /** A line with all that it refers to, but for owner histories and the ids of sets. */
  function writeOut(id: string): string {
    const found = known.get(id);
    if (found !== undefined) return found;
    const line = lines.get(id);
    if (!line || line.type === 'IFCOWNERHISTORY') return '';
    const isSet = line.type === 'IFCPROPERTYSET' || line.type === 'IFCELEMENTQUANTITY';
    const values = isSet ? line.values.replace(/^'[^']*',/, '') : line.values;
    const written = `${line.type}(${values.replace(/#(\d+)/g, (_, other: string) => writeOut(other))})`;
    known.set(id, written);
    return written;
  }
  const sets = new Map<string, string[]>();
  const cuts = new Map<string, string[]>();
  const add = (to: Map<string, string[]>, id: string, value: string) =>
    to.set(id, [...(to.get(id) ?? []), value]);
  for (const { type, values } of lines.values()) {
    const refs = [...values.matchAll(/#(\d+)/g)].map(([, ref = '']) => ref).slice(1);
    if (type === 'IFCRELDEFINESBYPROPERTIES' || type === 'IFCRELDEFINESBYTYPE') {
      const set = refs.at(-1) ?? '';
      const name = lines.get(set)?.values.split(',')[2] ?? '';
      for (const one of refs.slice(0, -1)) {
        add(sets, one, type === 'IFCRELDEFINESBYTYPE' ? name : writeOut(set));
      }
    }
    if (type === 'IFCRELVOIDSELEMENT') add(cuts, refs[0] ?? '', writeOut(refs[1] ?? ''));
  }
  const products = new Map<string, Product>();
  const pattern =
    /^'([^']*)',#\d+,((?:'(?:[^']|'')*'|\$),(?:'(?:[^']|'')*'|\$),(?:'(?:[^']|'')*'|\$)),#(\d+),(?:#(\d+)|\$),(.*)$/;
  for (const [line, { type, values }] of lines) {
    const match = pattern.exec(values);
    if (!match || notCompared.has(type)) continue;
    const [, id = '', names = '', place = '', shape = '', own = ''] = match;
    products.set(id, {
      ...{ id, name: readText(names) },
      place: writeOut(place),
      shape: [shape && writeOut(shape), ...(cuts.get(line) ?? [])].join(),
      facts: [names, own, ...(sets.get(line) ?? []).sort()].join(),
    });
  }
  return products;
}

/** The first quoted text, its coded letters decoded. */
const readText = (names: string): string =>
  (/^'((?:[^']|'')*)'/.exec(names)?.[1] ?? '').replace(
    /\\X2\\([0-9A-F]*)\\X0\\/g,
    (_, hex: string) =>
      String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16))),
  );
