// Several elements together: how many of each class, and what their quantities add up to (m, m², m³, kg).

import { type BimElements, NONE_U32 } from '#contract/bim-elements.ts';
import { type BimProperties, setKinds, valueTypes } from '#contract/bim-properties.ts';
import type { ElementCount, ElementSummary } from '../contract.ts';

/** Elements of one model, by row. */
export interface ElementRows {
  readonly elements: BimElements;
  readonly properties: BimProperties;
  readonly rows: Iterable<number>;
}

/** Of quantity sets; heights and widths are lengths too, and add up to something no more than those do. */
const OF_QUANTITIES = new Set(['m', 'm²', 'm³', 'kg']);
/** Of property sets, where programs put areas and volumes that they write no quantities for. */
const OF_PROPERTIES = new Set(['m²', 'm³']);
const NUMBER = valueTypes.indexOf('number');
const QUANTITY_SET = setKinds.indexOf('quantity-set');
const PROPERTY_SET = setKinds.indexOf('property-set');

export function summarise(models: readonly ElementRows[]): ElementSummary {
  const all = new Tally();
  const byClass = new Map<string, Tally>();
  for (const { elements, properties, rows } of models) {
    for (const row of rows) {
      const name = elements.classes.at(elements.class[row]!);
      const ofClass = byClass.get(name) ?? new Tally();
      byClass.set(name, ofClass);
      all.count++;
      ofClass.count++;
      for (const [key, value] of quantitiesOf(properties, row)) {
        all.add(properties, key, value);
        ofClass.add(properties, key, value);
      }
    }
  }
  return {
    ...all.result(),
    classes: [...byClass]
      .map(([name, tally]) => ({ class: name, ...tally.result() }))
      .toSorted((a, b) => b.count - a.count || a.class.localeCompare(b.class)),
  };
}

/** Keys with their values, each name once: what an element has itself goes before what its type says. */
function quantitiesOf(properties: BimProperties, row: number): Map<number, number> {
  const { setFirst, setOf, setIsOfType, setKind, entryFirst, entryKey, entryValue } = properties;
  const found = new Map<string, readonly [key: number, value: number]>();
  for (const isOfType of [0, 1]) {
    for (let at = setFirst[row]!; at < setFirst[row + 1]!; at++) {
      const set = setOf[at]!;
      const units = unitsOf(setKind[set]!);
      if (!units || setIsOfType[at] !== isOfType) continue;
      for (let entry = entryFirst[set]!; entry < entryFirst[set + 1]!; entry++) {
        const key = entryKey[entry]!;
        const value = entryValue[entry]!;
        if (properties.keyType[key] !== NUMBER || value === NONE_U32) continue;
        if (!units.has(properties.keyUnit.at(key))) continue;
        const name = properties.keyName.at(key);
        if (!found.has(name)) found.set(name, [key, properties.numbers[value]!]);
      }
    }
  }
  return new Map(found.values());
}

function unitsOf(kind: number): ReadonlySet<string> | undefined {
  if (kind === QUANTITY_SET) return OF_QUANTITIES;
  return kind === PROPERTY_SET ? OF_PROPERTIES : undefined;
}

class Tally {
  count = 0;
  readonly #sums = new Map<string, { name: string; unit: string; sum: number; count: number }>();

  add(properties: BimProperties, key: number, value: number): void {
    const name = properties.keyName.at(key);
    const unit = properties.keyUnit.at(key);
    const id = `${name} ${unit}`;
    const sum = this.#sums.get(id) ?? { name, unit, sum: 0, count: 0 };
    sum.sum += value;
    sum.count++;
    this.#sums.set(id, sum);
  }

  /** Volumes and areas before lengths, what most elements have before the rest. */
  result(): ElementCount {
    const rank = (unit: string) => ['m³', 'm²', 'kg', 'm'].indexOf(unit);
    return {
      count: this.count,
      sums: [...this.#sums.values()].toSorted(
        (a, b) => rank(a.unit) - rank(b.unit) || b.count - a.count || a.name.localeCompare(b.name),
      ),
    };
  }
}
