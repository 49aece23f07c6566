import { instanceOf, type StepIndex } from '../step/scan.ts';
import { listOf, numberOf, referenceOf, type StepValue } from '../step/values.ts';
import type { Rgba } from './part.ts';

const GREATEST_DEPTH = 8;

/** Colour of an item by the styles that are for it; undefined where it has none. */
export function colourOf(
  index: StepIndex,
  companions: ReadonlyMap<number, readonly number[]>,
  item: number,
): Rgba | undefined {
  for (const style of companions.get(item) ?? []) {
    const colour = colourBelow(index, style, 1, 0);
    if (colour) return colour;
  }
  return undefined;
}

/** The first colour that a style leads to, with the opacity of the shading above it. */
function colourBelow(
  index: StepIndex,
  id: number | undefined,
  opacity: number,
  depth: number,
): Rgba | undefined {
  const style = instanceOf(index, id);
  if (!style || depth > GREATEST_DEPTH) return undefined;
  const { type, values } = style;
  if (type === 'IFCCOLOURRGB') {
    const [red, green, blue] = values.slice(1, 4).map((value) => toByte(numberOf(value) ?? 0));
    return [red ?? 0, green ?? 0, blue ?? 0, toByte(opacity)];
  }
  const isShading = type.startsWith('IFCSURFACESTYLE') && type !== 'IFCSURFACESTYLE';
  const seenThrough = isShading ? 1 - (numberOf(values[1]) ?? 0) : opacity;
  for (const reference of values.flatMap(referencesIn)) {
    const colour = colourBelow(index, reference, seenThrough, depth + 1);
    if (colour) return colour;
  }
  return undefined;
}

function referencesIn(value: StepValue): readonly number[] {
  const id = referenceOf(value);
  return id === undefined ? listOf(value).flatMap(referencesIn) : [id];
}

const toByte = (share: number) => Math.round(Math.min(Math.max(share, 0), 1) * 255);
