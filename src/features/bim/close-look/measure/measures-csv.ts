// Measures as a file for a spreadsheet (RFC 4180, UTF-8 with a byte order mark).

import type { Measure } from './measures.ts';

export const csvHead = [
  ...['number', 'kind', 'value', 'unit', 'horizontal [m]', 'vertical [m]', 'perimeter [m]'],
  ...['from x [m]', 'from y [m]', 'from z [m]', 'to x [m]', 'to y [m]', 'to z [m]'],
];

/** Coordinates in the model's frame. */
export function toMeasuresCsv(measures: readonly Measure[]): string {
  const rows = measures.map((measure, at) => {
    const [value, unit] = figureOf(measure);
    const own = measure.kind === 'distance' ? measure : undefined;
    const ends = measure.kind === 'area' ? [measure.centre] : [measure.from, measure.to];
    return [
      ...[at + 1, measure.kind, round(value), unit],
      own ? round(own.horizontalM) : '',
      own ? round(own.verticalM) : '',
      measure.kind === 'area' ? round(measure.perimeterM) : '',
      ...ends.flatMap((end) => end.map(round)),
      ...(ends.length === 1 ? ['', '', ''] : []),
    ];
  });
  return `\uFEFF${[csvHead, ...rows].map((cells) => cells.join(',')).join('\r\n')}\r\n`;
}

/** What the measure is about, with its SI unit, degrees for angles. */
export function figureOf(measure: Measure): readonly [value: number, unit: string] {
  switch (measure.kind) {
    case 'area':
      return [measure.areaM2, 'm²'];
    case 'angle':
      return [measure.degrees, '°'];
    default:
      return [measure.lengthM, 'm'];
  }
}

/** Tenths of a millimetre: more than the tiles hold. */
const round = (value: number): number => Math.round(value * 1e4) / 1e4;
