// Outlines of buildings, from the chunks of the city's footprints that are wanted.

import {
  FOOTPRINT_HEAD_BYTES,
  type FootprintChunk,
  type FootprintEntry,
  footprintDirectoryBytes,
  parseFootprintChunk,
  parseFootprintDirectory,
} from '#contract/footprints.ts';
import type { ReadBytes } from './read-bytes.ts';

/** Chunks this near in the file are read at once. */
const WIDEST_GAP = 65_536;

export class Outlines {
  readonly #read: ReadBytes;
  readonly #directories = new Map<string, Promise<readonly FootprintEntry[]>>();
  readonly #chunks = new Map<string, FootprintChunk>();

  constructor(read: ReadBytes) {
    this.#read = read;
  }

  /** Chunks that meet `boundsDeg`, in city-wide index order. */
  async within(
    url: string,
    boundsDeg: readonly [number, number, number, number],
  ): Promise<readonly FootprintChunk[]> {
    const directory = await this.#directory(url);
    const wanted = directory.filter(({ boundsDeg: own }) => doMeet(own, boundsDeg));
    const missing = wanted.filter(({ offset }) => !this.#chunks.has(`${offset} ${url}`));
    await Promise.all(runsOf(missing).map((run) => this.#load(url, run)));
    return wanted.flatMap(({ offset }) => this.#chunks.get(`${offset} ${url}`) ?? []);
  }

  #directory(url: string): Promise<readonly FootprintEntry[]> {
    const known = this.#directories.get(url);
    if (known) return known;
    const read = async () => {
      const head = await this.#read.range(url, 0, FOOTPRINT_HEAD_BYTES);
      const bytes = footprintDirectoryBytes(head);
      return parseFootprintDirectory(await this.#read.range(url, 0, bytes));
    };
    const directory = read();
    directory.catch(() => this.#directories.delete(url));
    this.#directories.set(url, directory);
    return directory;
  }

  async #load(url: string, run: readonly FootprintEntry[]): Promise<void> {
    const [first] = run;
    const last = run.at(-1);
    if (!first || !last) return;
    const bytes = await this.#read.range(url, first.offset, last.offset + last.bytes);
    for (const entry of run) {
      const from = entry.offset - first.offset;
      const chunk = parseFootprintChunk(bytes.slice(from, from + entry.bytes), entry.first);
      this.#chunks.set(`${entry.offset} ${url}`, chunk);
    }
  }
}

function doMeet(
  [west, south, east, north]: FootprintEntry['boundsDeg'],
  other: FootprintEntry['boundsDeg'],
): boolean {
  return west <= other[2] && east >= other[0] && south <= other[3] && north >= other[1];
}

function runsOf(entries: readonly FootprintEntry[]): FootprintEntry[][] {
  const runs: FootprintEntry[][] = [];
  for (const entry of entries) {
    const last = runs.at(-1)?.at(-1);
    if (last && entry.offset - (last.offset + last.bytes) <= WIDEST_GAP) runs.at(-1)?.push(entry);
    else runs.push([entry]);
  }
  return runs;
}
