// Where the ground reads files of a package: whole, or a part by range. What serves whole files only is kept once read.

import { fetchFile, fetchRange } from '../fetch-file.ts';

export interface ReadBytes {
  whole(url: string): Promise<ArrayBuffer>;
  /** Bytes `from` up to but not including `to`. */
  range(url: string, from: number, to: number): Promise<ArrayBuffer>;
}

export function createFetchBytes(): ReadBytes {
  const wholes = new Map<string, Promise<ArrayBuffer>>();
  const whole = (url: string) => fetchFile(url, url, () => {});
  return {
    whole,
    async range(url, from, to) {
      const kept = wholes.get(url);
      if (kept) return (await kept).slice(from, to);
      const part = await fetchRange(url, url, from, to);
      if (part) return part;
      const all = wholes.get(url) ?? whole(url);
      wholes.set(url, all);
      all.catch(() => wholes.delete(url));
      return (await all).slice(from, to);
    },
  };
}
