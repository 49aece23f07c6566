// Named streets of a tile as long lines: the map data cuts a street at every crossing.

import type { Properties, TileFeature } from '#conversion/basemap/schema.ts';

export interface Street {
  readonly name: string;
  readonly nameEn: string | undefined;
  readonly nameZh: string | undefined;
  /** The greater, the more important. */
  readonly rank: number;
  /** x, y pairs in tile units. */
  readonly line: readonly number[];
  /** Least x, least y, greatest x, greatest y in tile units. */
  readonly box: readonly [number, number, number, number];
}

const ranks: Readonly<Record<string, number>> = {
  motorway: 8,
  trunk: 7,
  primary: 6,
  secondary: 5,
  tertiary: 4,
  residential: 3,
  unclassified: 3,
  living_street: 3,
  pedestrian: 3,
  service: 2,
};

/** Joins the pieces of equal name and class end to end, the most important streets first. */
export function joinStreets(roads: readonly TileFeature[]): Street[] {
  const groups = new Map<string, { properties: Properties; lines: number[][] }>();
  for (const { shape, properties, parts } of roads) {
    if (shape !== 'line' || typeof properties.name !== 'string') continue;
    const key = `${properties.name}|${properties.kind_detail}`;
    const group = groups.get(key) ?? { properties, lines: [] };
    groups.set(key, group);
    for (const part of parts) group.lines.push(Array.from(part));
  }
  const streets: Street[] = [];
  for (const { properties, lines } of groups.values()) {
    const text = (key: string) =>
      typeof properties[key] === 'string' ? properties[key] : undefined;
    for (const line of joinLines(lines)) {
      streets.push({
        name: String(properties.name),
        nameEn: text('name:en'),
        nameZh: text('name:zh'),
        rank: ranks[String(properties.kind_detail)] ?? 1,
        line,
        box: boxOf(line),
      });
    }
  }
  return streets.sort((a, b) => b.rank - a.rank || b.line.length - a.line.length);
}

function boxOf(line: readonly number[]): Street['box'] {
  const box: [number, number, number, number] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (let at = 0; at < line.length; at += 2) {
    box[0] = Math.min(box[0], line[at]!);
    box[1] = Math.min(box[1], line[at + 1]!);
    box[2] = Math.max(box[2], line[at]!);
    box[3] = Math.max(box[3], line[at + 1]!);
  }
  return box;
}

/** Joins lines where one ends and another starts or ends; every line is used once. */
export function joinLines(lines: readonly (readonly number[])[]): number[][] {
  const ends = new Map<string, Set<number>>();
  const keysOf = (line: readonly number[]) => [
    `${line[0]},${line[1]}`,
    `${line.at(-2)},${line.at(-1)}`,
  ];
  for (const [index, line] of lines.entries()) {
    for (const key of keysOf(line)) ends.set(key, (ends.get(key) ?? new Set()).add(index));
  }
  const used = new Set<number>();
  const takeAt = (x: number, y: number): readonly number[] | undefined => {
    for (const index of ends.get(`${x},${y}`) ?? []) {
      if (!used.has(index)) {
        used.add(index);
        return lines[index];
      }
    }
    return undefined;
  };
  const joined: number[][] = [];
  for (const [index, line] of lines.entries()) {
    if (used.has(index)) continue;
    used.add(index);
    joined.push(grow(reversed(grow([...line], takeAt)), takeAt));
  }
  return joined;
}

/** Adds to the line's end whatever continues it. */
function grow(
  line: number[],
  takeAt: (x: number, y: number) => readonly number[] | undefined,
): number[] {
  for (;;) {
    const [x, y] = [line.at(-2) ?? 0, line.at(-1) ?? 0];
    const next = takeAt(x, y);
    if (!next) return line;
    const isForward = next[0] === x && next[1] === y;
    line.push(...(isForward ? next : reversed(next)).slice(2));
  }
}

function reversed(line: readonly number[]): number[] {
  const turned: number[] = [];
  for (let at = line.length - 2; at >= 0; at -= 2) turned.push(line[at]!, line[at + 1]!);
  return turned;
}
