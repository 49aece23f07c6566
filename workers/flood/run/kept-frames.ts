// The frames of a run for scrubbing, packed tile by tile within a bound of memory. A tile that has not changed since
// the frame before is kept once; where the bound is reached, every second frame goes.

import type { FloodFrame } from '#features/flood/contract.ts';
import { packTile, TILE_CELLS, type TileArrays, unpackTile } from './tile-codec.ts';

/** Of one run; about four hours of a wet square kilometre at 2 m. */
export const FRAME_BYTES = 96 * 2 ** 20;

interface KeptFrame {
  readonly timeS: number;
  readonly tiles: ReadonlyMap<number, Uint8Array>;
}

/** Numbers and references of an entry of a frame's map. */
const ENTRY_BYTES = 32;

export class KeptFrames {
  readonly #run: string;
  readonly #limit: number;
  #everyS: number;
  #frames: KeptFrame[] = [];
  #bytes = 0;

  constructor(run: string, everyS: number, limitBytes = FRAME_BYTES) {
    this.#run = run;
    this.#everyS = everyS;
    this.#limit = limitBytes;
  }

  get everyS(): number {
    return this.#everyS;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get timesS(): readonly number[] {
    return this.#frames.map(({ timeS }) => timeS);
  }

  /** Whether a frame of this time is one to keep. */
  isDue(timeS: number): boolean {
    const last = this.#frames.at(-1);
    return !last || timeS - last.timeS >= this.#everyS;
  }

  /** A run that steps back over its own kept time keeps nothing new. */
  keep(frame: FloodFrame): void {
    const last = this.#frames.at(-1);
    if (last && last.timeS >= frame.timeS) return;
    const tiles = new Map<number, Uint8Array>();
    for (const [at, tile] of frame.tiles.entries()) {
      const packed = packTile(frame, at);
      const before = last?.tiles.get(tile);
      const isSame = before !== undefined && isEqual(before, packed);
      tiles.set(tile, isSame ? before : packed);
      this.#bytes += ENTRY_BYTES + (isSame ? 0 : packed.length);
    }
    this.#frames.push({ timeS: frame.timeS, tiles });
    if (this.#bytes > this.#limit && this.#frames.length > 3) this.#thin();
  }

  /** The frame nearest to a time, whole; undefined where there is none yet. */
  frameAt(timeS: number): FloodFrame | undefined {
    const kept = this.#nearest(timeS);
    if (!kept) return undefined;
    const count = kept.tiles.size * TILE_CELLS;
    const frame: FloodFrame = {
      run: this.#run,
      timeS: kept.timeS,
      tiles: Uint32Array.from(kept.tiles.keys()),
      depthMm: new Uint16Array(count),
      uCms: new Int16Array(count),
      vCms: new Int16Array(count),
    };
    let at = 0;
    for (const packed of kept.tiles.values()) unpackTile(packed, frame, at++);
    return frame;
  }

  /** Calls `see` with each kept time and the tiles asked for that are wet then: each `TILE_CELLS` long. */
  eachTime(
    tiles: readonly number[],
    see: (timeS: number, wet: ReadonlyMap<number, TileArrays>) => void,
  ): void {
    const read = new Map<Uint8Array, TileArrays>();
    for (const kept of this.#frames) {
      const wet = new Map<number, TileArrays>();
      const seen = new Map<Uint8Array, TileArrays>();
      for (const tile of tiles) {
        const packed = kept.tiles.get(tile);
        if (!packed) continue;
        const arrays = read.get(packed) ?? unpackAlone(packed);
        seen.set(packed, arrays);
        wet.set(tile, arrays);
      }
      read.clear();
      for (const [packed, arrays] of seen) read.set(packed, arrays);
      see(kept.timeS, wet);
    }
  }

  #nearest(timeS: number): KeptFrame | undefined {
    const frames = this.#frames;
    let low = 0;
    let high = frames.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (frames[middle]!.timeS <= timeS) low = middle;
      else high = middle - 1;
    }
    const before = frames[low];
    const after = frames[low + 1];
    if (!before || !after) return before;
    return after.timeS - timeS < timeS - before.timeS ? after : before;
  }

  #thin(): void {
    const last = this.#frames.length - 1;
    this.#frames = this.#frames.filter((_, at) => at % 2 === 0 || at === last);
    this.#everyS *= 2;
    const seen = new Set<Uint8Array>();
    let bytes = 0;
    for (const { tiles } of this.#frames) {
      for (const packed of tiles.values()) {
        bytes += ENTRY_BYTES + (seen.has(packed) ? 0 : packed.length);
        seen.add(packed);
      }
    }
    this.#bytes = bytes;
  }
}

function unpackAlone(packed: Uint8Array): TileArrays {
  const arrays = {
    depthMm: new Uint16Array(TILE_CELLS),
    uCms: new Int16Array(TILE_CELLS),
    vCms: new Int16Array(TILE_CELLS),
  };
  unpackTile(packed, arrays, 0);
  return arrays;
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}
