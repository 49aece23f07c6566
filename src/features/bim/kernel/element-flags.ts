// What of a model is seen: one byte of flags an element.

import { COLOURED, GHOST, SPACE, VISIBLE } from '../contract/paint.ts';
import type { ModelData } from './model-data.ts';

export interface Seen {
  /** See `maskOf`; undefined where nothing is isolated. */
  readonly isolated: Uint8Array | undefined;
  readonly hidden: Uint8Array;
  /** What is not isolated is a ghost instead of gone. */
  readonly ghost: boolean;
  readonly showSpaces: boolean;
  /** 1 for elements that a live value colours: what has none is in the way and becomes a ghost. */
  readonly live: Uint8Array | undefined;
}

export interface ElementFlags {
  readonly flags: Uint8Array;
  readonly shown: number;
  readonly total: number;
}

/** Rooms count only while they are shown: nobody misses them otherwise. */
export function flagElements(data: ModelData, seen: Seen): ElementFlags {
  const flags = new Uint8Array(data.count);
  let [shown, total] = [0, 0];
  for (let row = 0; row < data.count; row++) {
    if (!data.hasMesh(row)) continue;
    const isRoom = data.isRoomVolume(row);
    const own = isRoom ? SPACE | flagRoom(row, seen) : flagThing(row, seen);
    flags[row] = own;
    const isShown = (own & VISIBLE) !== 0 && (own & GHOST) === 0;
    if (isShown) shown++;
    if (isShown || !isRoom) total++;
  }
  return { flags, shown, total };
}

function flagThing(row: number, { isolated, hidden, ghost, live }: Seen): number {
  if (hidden[row]) return 0;
  if (isolated && isolated[row] === 0) return ghost ? VISIBLE | GHOST : 0;
  return live && ghost && live[row] === 0 ? VISIBLE | GHOST : VISIBLE;
}

/** A room shows when rooms are shown, when it has a live value, or when it was isolated itself. */
function flagRoom(row: number, { isolated, hidden, showSpaces, live }: Seen): number {
  if (hidden[row]) return 0;
  if (isolated && isolated[row] === 0) return 0;
  const isWanted = showSpaces || live?.[row] === 1 || isolated?.[row] === 2;
  return isWanted ? VISIBLE : 0;
}

/** Writes colours over the flags: 4 bytes an element. A class without a colour leaves the material's own. */
export function writeRgba(
  rgba: Uint8Array,
  base: number,
  flags: Uint8Array,
  classOf: ArrayLike<number> | undefined,
  colours: readonly (number | undefined)[],
): void {
  for (let row = 0, at = base * 4; row < flags.length; row++, at += 4) {
    const colour = classOf ? colours[classOf[row]!] : undefined;
    rgba[at + 3] = flags[row]!;
    if (colour === undefined) continue;
    rgba[at] = colour >> 16;
    rgba[at + 1] = (colour >> 8) & 255;
    rgba[at + 2] = colour & 255;
    rgba[at + 3] = flags[row]! | COLOURED;
  }
}
