import type { PlanePoint } from '../imported-network.ts';
import type { InpRow, InpSections } from './sections.ts';

export interface InpPlan {
  /** Undefined where the file gives the node no place. */
  readonly at: (node: string) => readonly [x: number, y: number] | undefined;
  /** `line 12`: where its coordinates stand. */
  readonly lineOf: (node: string) => string | undefined;
  readonly bends: (link: string) => readonly (readonly [x: number, y: number])[];
}

/** Where nodes stand and links bend: [COORDINATES] and [VERTICES]. */
export function readPlan(sections: InpSections): InpPlan {
  const places = new Map<string, readonly [number, number]>();
  const lines = new Map<string, number>();
  const bends = new Map<string, (readonly [number, number])[]>();
  const pointOf = (row: InpRow): readonly [number, number] => [
    sections.number(row, 1, 'x coordinate'),
    sections.number(row, 2, 'y coordinate'),
  ];
  for (const row of sections.rows('COORDINATES')) {
    places.set(row.words[0] ?? '', pointOf(row));
    lines.set(row.words[0] ?? '', row.line);
  }
  for (const row of sections.rows('VERTICES')) {
    const id = row.words[0] ?? '';
    const line = bends.get(id);
    if (line) line.push(pointOf(row));
    else bends.set(id, [pointOf(row)]);
  }
  return {
    at: (node) => places.get(node),
    lineOf: (node) => (lines.has(node) ? `line ${lines.get(node)}` : undefined),
    bends: (link) => bends.get(link) ?? [],
  };
}

/** From one end over the bends to the other; levels change evenly along the way. */
export function toLine(
  start: PlanePoint,
  bends: readonly (readonly [number, number])[],
  end: PlanePoint,
): PlanePoint[] {
  const plan = [start, ...bends, end] as const;
  const along = [0];
  for (let at = 1; at < plan.length; at++) {
    const [a, b] = [plan[at - 1]!, plan[at]!];
    along.push(along[at - 1]! + Math.hypot(b[0] - a[0], b[1] - a[1]));
  }
  const whole = along.at(-1) ?? 0;
  return plan.map(([x, y], at) => {
    const share = whole > 0 ? along[at]! / whole : at / (plan.length - 1);
    return [x, y, start[2] + (end[2] - start[2]) * share];
  });
}

/** Halfway between two points. */
export const between = (a: PlanePoint, b: PlanePoint): PlanePoint => [
  (a[0] + b[0]) / 2,
  (a[1] + b[1]) / 2,
  (a[2] + b[2]) / 2,
];
