// Sections as tables: what stands beside a plot, and what its CSV holds.

import type { CrossSection, LongSection, PipeCut } from '../../contract/section.ts';

export interface CutRow extends PipeCut {
  /** Outside to outside along the line to the next one; NaN at the last, below 0 where they overlap in the plan. */
  readonly gapM: number;
}

/** Width of a cut along the line: a pipe that is met at a slant is wider. */
export const cutWidthM = ({ outerWidthM, angleDeg }: PipeCut): number =>
  outerWidthM / Math.max(Math.sin((angleDeg * Math.PI) / 180), 0.2);

export const toCutRows = ({ cuts }: CrossSection): CutRow[] =>
  cuts.map((cut, at) => {
    const next = cuts[at + 1];
    const gapM = next
      ? next.alongM - cut.alongM - (cutWidthM(cut) || 0) / 2 - (cutWidthM(next) || 0) / 2
      : Number.NaN;
    return { ...cut, gapM };
  });

export interface SpanRow {
  readonly key: string;
  readonly id: string;
  readonly startM: number;
  readonly endM: number;
  readonly startInvertM: number;
  readonly endInvertM: number;
  readonly innerM: number;
  readonly material: string;
  readonly slope: number;
  readonly leastCoverM: number;
}

export const toSpanRows = ({ spans }: LongSection): SpanRow[] =>
  spans.map(({ key, id, alongM, axisM, innerM, material, slope, leastCoverM }) => {
    const half = innerM > 0 ? innerM / 2 : 0;
    return {
      ...{ key, id, innerM, material, slope, leastCoverM },
      startM: alongM[0] ?? Number.NaN,
      endM: alongM.at(-1) ?? Number.NaN,
      startInvertM: (axisM[0] ?? Number.NaN) - half,
      endInvertM: (axisM.at(-1) ?? Number.NaN) - half,
    };
  });

const written = (value: number, decimals = 3) =>
  Number.isFinite(value) ? value.toFixed(decimals) : '';
const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const table = (rows: readonly (readonly string[])[]) =>
  `${rows.map((row) => row.join(',')).join('\n')}\n`;

export function toCrossCsv(section: CrossSection): string {
  const head = [
    ...['distance m', 'pipe', 'utility', 'material', 'axis m', 'width m', 'height m', 'cover m'],
    ...['angle deg', 'clear distance to next m', 'height from', 'longitude', 'latitude'],
  ];
  const rows = toCutRows(section).map((cut) => [
    ...[written(cut.alongM), quoted(cut.id), cut.utility, quoted(cut.material), written(cut.axisM)],
    ...[written(cut.outerWidthM), written(cut.outerHeightM), written(cut.coverM)],
    ...[written(cut.angleDeg, 1), written(cut.gapM), cut.heightSource],
    ...cut.place.map((degree) => written(degree, 7)),
  ]);
  return table([head, ...rows]);
}

export function toLongCsv(section: LongSection): string {
  const head = [
    ...['from m', 'to m', 'pipe', 'material', 'inner m', 'invert from m', 'invert to m'],
    ...['slope', 'least cover m', 'node at start', 'ground at start m', 'solved level at start m'],
  ];
  const rows = toSpanRows(section).map((span, at) => {
    const station = section.stations[at];
    return [
      ...[written(span.startM), written(span.endM), quoted(span.id), quoted(span.material)],
      ...[written(span.innerM), written(span.startInvertM), written(span.endInvertM)],
      ...[written(span.slope, 5), written(span.leastCoverM), quoted(station?.id ?? '')],
      ...[written(station?.groundM ?? Number.NaN), written(station?.hydraulicM ?? Number.NaN)],
    ];
  });
  return table([head, ...rows]);
}
