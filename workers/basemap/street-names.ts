// Where street names go on a tile: letters along the street, whole inside the tile so that no edge cuts
// them, no two names on top of each other, the more important street first. Lengths in px of the tile.

import type { Street } from './street.ts';

export interface Letter {
  readonly text: string;
  /** Its middle. */
  readonly x: number;
  readonly y: number;
  /** rad, clockwise from east. */
  readonly angle: number;
  readonly width: number;
}

export interface StreetName {
  readonly text: string;
  readonly sizePx: number;
  readonly letters: readonly Letter[];
}

export interface NameOptions {
  readonly tilePx: number;
  /** Tile units → px: px = unit · scale + offset. */
  readonly scale: number;
  readonly offsetX: number;
  readonly offsetY: number;
  readonly language: 'en' | 'zh';
  readonly sizePx: (rank: number) => number;
  /** Streets below this rank get no name here. */
  readonly leastRank: number;
  /** Widths of the text's letters at a size. */
  readonly measure: (text: string, sizePx: number) => readonly number[];
}

/** Between two names of the same street. */
const REPEAT_PX = 260;
/** Greatest bend between two neighbouring letters. */
const GREATEST_BEND = 0.42;
/** Greatest bend over the whole name. */
const GREATEST_TURN = 1.1;

export function placeStreetNames(streets: readonly Street[], options: NameOptions): StreetName[] {
  const placed: StreetName[] = [];
  for (const street of streets) {
    if (street.rank < options.leastRank || !isInSight(street, options)) continue;
    const text = nameIn(street, options.language);
    const sizePx = options.sizePx(street.rank);
    const widths = options.measure(text, sizePx);
    const line = toPixels(street.line, options);
    for (const start of startsAlong(line, widths, options.tilePx)) {
      const letters = lettersAlong(line, text, widths, start);
      if (!letters?.every((letter) => isInside(letter, sizePx, options.tilePx))) continue;
      const name = { text, sizePx, letters };
      if (placed.some((other) => isTooNear(name, other))) continue;
      placed.push(name);
    }
  }
  return placed;
}

function isInSight({ box: [left, top, right, bottom] }: Street, options: NameOptions): boolean {
  const { scale, offsetX, offsetY, tilePx } = options;
  return (
    right * scale + offsetX > 0 &&
    left * scale + offsetX < tilePx &&
    bottom * scale + offsetY > 0 &&
    top * scale + offsetY < tilePx
  );
}

function nameIn({ name, nameEn, nameZh }: Street, language: 'en' | 'zh'): string {
  return (language === 'zh' ? (nameZh ?? nameEn) : nameEn) ?? name;
}

function toPixels(line: readonly number[], { scale, offsetX, offsetY }: NameOptions): number[] {
  return line.map((value, index) => value * scale + (index % 2 === 0 ? offsetX : offsetY));
}

/** Distances along the line at which the name may start, the middle of the part inside the tile first. */
function startsAlong(line: readonly number[], widths: readonly number[], tilePx: number): number[] {
  const width = widths.reduce((sum, one) => sum + one, 0);
  const spans = spansInside(line, tilePx);
  const starts: number[] = [];
  for (const [from, to] of spans) {
    const room = to - from - width;
    if (room < 0) continue;
    const middle = from + room / 2;
    starts.push(middle);
    for (let away = 24; away <= room / 2; away += 24) starts.push(middle - away, middle + away);
  }
  return starts;
}

/** Stretches of the line, from and to a distance along it, whose segments touch the tile. */
function spansInside(line: readonly number[], tilePx: number): [number, number][] {
  const spans: [number, number][] = [];
  let along = 0;
  for (let at = 0; at + 3 < line.length; at += 2) {
    const dx = line[at + 2]! - line[at]!;
    const dy = line[at + 3]! - line[at + 1]!;
    const length = Math.hypot(dx, dy);
    const [enter, leave] = shareInside(line[at]!, line[at + 1]!, dx, dy, tilePx);
    if (enter < leave) {
      const last = spans.at(-1);
      const from = along + enter * length;
      if (last && Math.abs(last[1] - from) < 1e-6) last[1] = along + leave * length;
      else spans.push([from, along + leave * length]);
    }
    along += length;
  }
  return spans;
}

/** The part of a segment inside the tile, as shares of its length (Liang–Barsky). */
function shareInside(x: number, y: number, dx: number, dy: number, size: number): [number, number] {
  let enter = 0;
  let leave = 1;
  for (const [start, delta] of [
    [x, dx],
    [y, dy],
  ] as const) {
    if (delta === 0) {
      if (start < 0 || start > size) return [1, 0];
      continue;
    }
    const a = -start / delta;
    const b = (size - start) / delta;
    enter = Math.max(enter, Math.min(a, b));
    leave = Math.min(leave, Math.max(a, b));
  }
  return [enter, leave];
}

/** The name's letters from `start` along the line, upright; undefined where the line bends too much. */
export function lettersAlong(
  line: readonly number[],
  text: string,
  widths: readonly number[],
  start: number,
): Letter[] | undefined {
  const width = widths.reduce((sum, one) => sum + one, 0);
  const first = pointAlong(line, start);
  const last = pointAlong(line, start + width);
  if (!first || !last) return undefined;
  const isBackward = last.x < first.x;
  const characters = [...text];
  const letters: Letter[] = [];
  let along = 0;
  for (const [index, character] of characters.entries()) {
    const letterWidth = widths[index] ?? 0;
    const middle = along + letterWidth / 2;
    const point = pointAlong(line, isBackward ? start + width - middle : start + middle);
    if (!point) return undefined;
    const angle = isBackward ? point.angle + Math.PI : point.angle;
    letters.push({
      text: character,
      x: point.x,
      y: point.y,
      angle: toHalfTurn(angle),
      width: letterWidth,
    });
    along += letterWidth;
  }
  return isStraightEnough(letters) ? letters : undefined;
}

function isStraightEnough(letters: readonly Letter[]): boolean {
  let turn = 0;
  for (let index = 1; index < letters.length; index++) {
    const bend = toHalfTurn(letters[index]!.angle - letters[index - 1]!.angle);
    if (Math.abs(bend) > GREATEST_BEND) return false;
    turn += Math.abs(bend);
  }
  return turn <= GREATEST_TURN;
}

/** The same angle between −π and π. */
const toHalfTurn = (angle: number) => angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI));

function pointAlong(line: readonly number[], distance: number) {
  let left = distance;
  for (let at = 0; at + 3 < line.length; at += 2) {
    const dx = line[at + 2]! - line[at]!;
    const dy = line[at + 3]! - line[at + 1]!;
    const length = Math.hypot(dx, dy);
    if (left <= length && length > 0) {
      const share = left / length;
      const [x, y] = [line[at]! + dx * share, line[at + 1]! + dy * share];
      return { x, y, angle: Math.atan2(dy, dx) };
    }
    left -= length;
  }
  return undefined;
}

/** Letters take a circle around their middle: of their height, or their width where that is more. */
const radiusOf = (letter: Letter, sizePx: number) => Math.max(sizePx, letter.width) * 0.62;

function isInside(letter: Letter, sizePx: number, tilePx: number): boolean {
  const radius = radiusOf(letter, sizePx) + 2;
  return [letter.x, letter.y].every((value) => value >= radius && value <= tilePx - radius);
}

function isTooNear(a: StreetName, b: StreetName): boolean {
  const isSame = a.text === b.text;
  return a.letters.some((letter) =>
    b.letters.some((other) => {
      const distance = Math.hypot(letter.x - other.x, letter.y - other.y);
      const apart = radiusOf(letter, a.sizePx) + radiusOf(other, b.sizePx);
      return distance < (isSame ? Math.max(apart, REPEAT_PX) : apart);
    }),
  );
}
