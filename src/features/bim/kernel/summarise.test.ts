import { describe, expect, it } from 'vitest';
import { type BimElements, NONE_U32 } from '#contract/bim-elements.ts';
import { type BimProperties, setKinds, valueTypes } from '#contract/bim-properties.ts';
import { summarise } from './summarise.ts';

type Entry = readonly [name: string, value: number | undefined, unit: string];
interface Set {
  readonly kind: (typeof setKinds)[number];
  readonly isOfType?: boolean;
  readonly entries: readonly Entry[];
}

const texts = (values: readonly string[]) => ({
  count: values.length,
  at: (index: number) => values[index]!,
});

/** A model of elements, each with its class and sets. */
function aModel(...all: readonly (readonly [string, ...Set[]])[]) {
  const classes = [...new Set(all.map(([name]) => name))];
  const sets = all.flatMap(([, ...own]) => own);
  const entries = sets.flatMap((set) => set.entries);
  const first = (lengths: readonly number[]) =>
    Uint32Array.from([0, ...lengths]).map((_, at) =>
      lengths.slice(0, at).reduce((sum, length) => sum + length, 0),
    );
  const elements: Pick<BimElements, 'class' | 'classes'> = {
    class: Uint16Array.from(all, ([name]) => classes.indexOf(name)),
    classes: texts(classes),
  };
  const properties: Partial<BimProperties> = {
    setFirst: first(all.map(([, ...own]) => own.length)),
    setOf: Uint32Array.from(sets, (_, at) => at),
    setIsOfType: Uint8Array.from(sets, ({ isOfType }) => Number(isOfType ?? false)),
    setKind: Uint8Array.from(sets, ({ kind }) => setKinds.indexOf(kind)),
    entryFirst: first(sets.map((set) => set.entries.length)),
    entryKey: Uint32Array.from(entries, (_, at) => at),
    entryValue: Uint32Array.from(entries, ([, value], at) => (value === undefined ? NONE_U32 : at)),
    keyName: texts(entries.map(([name]) => name)),
    keyUnit: texts(entries.map(([, , unit]) => unit)),
    keyType: new Uint8Array(entries.length).fill(valueTypes.indexOf('number')),
    numbers: Float64Array.from(entries, ([, value]) => value ?? 0),
  };
  return {
    elements: elements as BimElements,
    properties: properties as BimProperties,
    rows: all.map((_, at) => at),
  };
}

const quantities = (...entries: Entry[]): Set => ({ kind: 'quantity-set', entries });

describe('a summary of elements', () => {
  it('counts by class, the most frequent first, and adds up by name', () => {
    const summary = summarise([
      aModel(
        ['IfcDoor', quantities(['Area', 2, 'm²'])],
        ['IfcWall', quantities(['NetVolume', 3, 'm³'], ['Length', 4, 'm'])],
        ['IfcWall', quantities(['NetVolume', 5, 'm³'])],
      ),
    ]);
    expect(summary.count).toBe(3);
    expect(summary.sums).toEqual([
      { name: 'NetVolume', unit: 'm³', sum: 8, count: 2 },
      { name: 'Area', unit: 'm²', sum: 2, count: 1 },
      { name: 'Length', unit: 'm', sum: 4, count: 1 },
    ]);
    expect(summary.classes.map((one) => [one.class, one.count, one.sums.length])).toEqual([
      ['IfcWall', 2, 2],
      ['IfcDoor', 1, 1],
    ]);
  });

  it('adds up over several models', () => {
    const model = aModel(['IfcSlab', quantities(['GrossArea', 10, 'm²'])]);
    expect(summarise([model, model]).sums).toEqual([
      { name: 'GrossArea', unit: 'm²', sum: 20, count: 2 },
    ]);
  });

  it('takes what an element has itself before what its type says, and each name once', () => {
    const model = aModel([
      'IfcDoor',
      { kind: 'quantity-set', isOfType: true, entries: [['Area', 100, 'm²']] },
      quantities(['Area', 2, 'm²']),
    ]);
    expect(summarise([model]).sums).toEqual([{ name: 'Area', unit: 'm²', sum: 2, count: 1 }]);
  });

  it('adds areas and volumes of property sets, but no lengths, temperatures or missing values', () => {
    const model = aModel([
      'IfcWall',
      {
        kind: 'property-set',
        entries: [
          ['Volume', 1.5, 'm³'],
          ['Width', 0.2, 'm'],
        ],
      },
      quantities(['Setpoint', 21, '°C'], ['NetArea', undefined, 'm²']),
      { kind: 'material', entries: [['Thickness', 9, 'm²']] },
    ]);
    expect(summarise([model]).sums).toEqual([{ name: 'Volume', unit: 'm³', sum: 1.5, count: 1 }]);
  });

  it('is empty for nothing', () => {
    expect(summarise([])).toEqual({ count: 0, sums: [], classes: [] });
  });
});
