// All ids as one long string with a line for each: found by scanning it (a few ms for 100,000), which
// needs a tenth of the memory of a map.

import { fold } from './fold.ts';
import { typingDistance } from './typing-distance.ts';

export interface Ids {
  readonly count: number;
  at(index: number): string;
}

export interface IdList {
  /** Positions of ids that are, start with, ends with or contains the folded text, in that order. */
  find(folded: string, limit: number): number[];
  /** Positions of ids that, whole or in their last part, are at most two slips of the finger away, nearest first. */
  findSimilar(folded: string, limit: number): number[];
}

export function listIds(ids: Ids): IdList {
  const starts = new Uint32Array(ids.count);
  const lines: string[] = [];
  let length = 1;
  for (let index = 0; index < ids.count; index++) {
    const line = fold(ids.at(index)).replaceAll('\n', ' ');
    starts[index] = length;
    length += line.length + 1;
    lines.push(line);
  }
  const all = `\n${lines.join('\n')}\n`;

  return {
    find(folded, limit) {
      const found = new Set<number>();
      for (const [before, after] of [
        ['\n', '\n'],
        ['\n', ''],
        ['', '\n'],
        ['', ''],
      ]) {
        const wanted = `${before}${folded}${after}`;
        let at = all.indexOf(wanted);
        while (at >= 0 && found.size < limit) {
          found.add(lineAt(starts, at + before!.length));
          at = all.indexOf(wanted, at + 1);
        }
      }
      return [...found];
    },
    findSimilar(folded, limit) {
      const near: { index: number; distance: number }[] = [];
      for (let index = 0; index < ids.count; index++) {
        const end = index + 1 < ids.count ? starts[index + 1]! - 1 : all.length - 1;
        const distance = distanceToId(folded, all.slice(starts[index], end));
        if (distance !== undefined) near.push({ index, distance });
      }
      near.sort((a, b) => a.distance - b.distance || a.index - b.index);
      return near.slice(0, limit).map(({ index }) => index);
    },
  };
}

const MOST_SLIPS = 2;

function distanceToId(typed: string, id: string): number | undefined {
  const whole = typingDistance(typed, id, MOST_SLIPS);
  if (whole !== undefined) return whole;
  const lastPart = id.slice(
    Math.max(id.lastIndexOf('.'), id.lastIndexOf('-'), id.lastIndexOf('_')) + 1,
  );
  return lastPart === id ? undefined : typingDistance(typed, lastPart, MOST_SLIPS);
}

/** The last line that starts at or before a place in the text. */
function lineAt(starts: Uint32Array, place: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
