import { type RampId, sampleRamp, toHex } from '#model/colour-ramp.ts';
import { findObservedProperty, type ObservedPropertyId } from '#model/observed-property.ts';
import type { ColourScale, Readings, SensorColumns } from '../contract.ts';

const COLOURS = 16;

/**
 * The colours of a property's fresh values. `known` is the scale so far: it only grows, so that a colour
 * keeps its meaning from one second to the next. Its ends are round in the unit that is shown.
 */
export function colourScale(
  columns: SensorColumns,
  readings: Readings,
  property: ObservedPropertyId,
  ramp: RampId,
  known: ColourScale | undefined,
): ColourScale | undefined {
  const isSame = known?.property === property;
  let min = isSame ? known.min : Number.POSITIVE_INFINITY;
  let max = isSame ? known.max : Number.NEGATIVE_INFINITY;
  for (let row = 0; row < columns.rows.count; row += 1) {
    const value = readings.value[row]!;
    if (columns.rows.property[row] !== property || readings.isStale[row] === 1) continue;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  if (min > max) return undefined;
  const colours = sampleRamp(ramp, COLOURS).map(toHex);
  if (isSame && min === known.min && max === known.max && colours[1] === known.colours[1]) {
    return known;
  }
  return { property, ...roundEnds(min, max, property), colours };
}

/** The ends moved outwards to multiples of 1, 2 or 5 · 10ⁿ that are about a tenth of the way. */
function roundEnds(min: number, max: number, property: ObservedPropertyId) {
  const { factor } = findObservedProperty(property).shown;
  const span = (max - min) * factor || Math.abs(max * factor) || 1;
  const power = 10 ** Math.floor(Math.log10(span / 10));
  const step = power * ([1, 2, 5, 10].find((multiple) => multiple * power >= span / 10) ?? 10);
  // A hair of tolerance, so that an end that is round already stays.
  const floor = Math.floor((min * factor) / step + 1e-9) * step;
  const ceiling = Math.ceil((max * factor) / step - 1e-9) * step;
  return { min: floor / factor, max: (ceiling > floor ? ceiling : floor + step) / factor };
}
