// Colours by a property: numbers in classes along a ramp, everything else as categories.

import { NONE_U32 } from '#contract/bim-elements.ts';
import type { BimProperties } from '#contract/bim-properties.ts';
import { classOf, naturalBreaks, quantileBreaks, sortFinite } from '#model/class-breaks.ts';
import { MISSING_COLOUR, sampleRamp, toHex } from '#model/colour-ramp.ts';
import type { PartKey } from '../contract.ts';
import { colourCategories, paletteColour } from './categories.ts';
import { type ColouredModel, type Colouring, isThing } from './colouring.ts';
import { columnOf, nameTruth, type PropertyColumn, type PropertyName } from './property-values.ts';

const CLASSES = 7;
/** Natural breaks of more values than these take longer than a person waits. */
const MOST_NATURAL = 20_000;

export function colourByProperty(
  models: readonly ColouredModel[],
  wanted: PropertyName,
  keyOf: (value: string) => PartKey,
): Colouring {
  const columns = models.map(({ properties }) => properties && columnOf(properties, wanted));
  const known = columns.filter((column) => column !== undefined);
  return known.length > 0 && known.every(({ type }) => type === 'number')
    ? colourNumbers(models, columns)
    : colourTexts(models, columns, keyOf);
}

function colourNumbers(
  models: readonly ColouredModel[],
  columns: readonly (PropertyColumn | undefined)[],
): Colouring {
  const values: number[] = [];
  let none = 0;
  for (const [at, { data }] of models.entries()) {
    const isCounted = isThing(data);
    const numbers = columns[at]?.numbers;
    for (let row = 0; row < data.count; row++) {
      if (!isCounted(row)) continue;
      const value = numbers?.[row] ?? Number.NaN;
      if (Number.isFinite(value)) values.push(value);
      else none++;
    }
  }
  const sorted = sortFinite(values);
  const breaks =
    sorted.length > MOST_NATURAL ? quantileBreaks(sorted, CLASSES) : naturalBreaks(sorted, CLASSES);
  const colours = sampleRamp('viridis', breaks.length + 1);
  return {
    // Class 0 has no value.
    classes: models.map(({ data }, at) => {
      const numbers = columns[at]?.numbers;
      return Uint8Array.from({ length: data.count }, (_, row) => {
        const value = numbers?.[row] ?? Number.NaN;
        return Number.isFinite(value) ? classOf(breaks, value) + 1 : 0;
      });
    }),
    colours: [MISSING_COLOUR, ...colours],
    legend: {
      kind: 'scale',
      unit: columns.find((column) => column)?.unit ?? '',
      breaks,
      colours: colours.map(toHex),
      range: [sorted[0] ?? 0, sorted.at(-1) ?? 0],
      none,
    },
  };
}

function colourTexts(
  models: readonly ColouredModel[],
  columns: readonly (PropertyColumn | undefined)[],
  keyOf: (value: string) => PartKey,
): Colouring {
  return colourCategories(
    models.map(({ data, properties }, at) => {
      const column = columns[at];
      const named = column && properties ? nameCodes(column, properties) : noCodes(data.count);
      return { ...named, isCounted: isThing(data) };
    }),
    { colourOf: paletteColour, order: 'frequency', keyOf },
  );
}

const noCodes = (count: number) => ({ codes: new Int32Array(count).fill(-1), names: [] });

/** Codes among the distinct values: equal texts may be stored more than once. */
function nameCodes({ type, codes, numbers }: PropertyColumn, { texts }: BimProperties) {
  const ofName = new Map<string, number>();
  const ofCode = new Map<number, number>([[NONE_U32, -1]]);
  const own = Int32Array.from(codes, (code, row) => {
    const known = ofCode.get(code);
    if (known !== undefined) return known;
    const name =
      type === 'text' ? texts.at(code) : type === 'number' ? String(numbers[row]) : nameTruth(code);
    const at = ofName.get(name) ?? ofName.size;
    ofName.set(name, at);
    ofCode.set(code, at);
    return at;
  });
  return { codes: own, names: [...ofName.keys()] };
}
