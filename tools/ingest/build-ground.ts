// The terrain of an ingest: from elevation models, or where there are none, from the feet of what stands on it.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltTerrain, Elevation, Footing } from '../terrain/index.ts';
import type { IngestOptions } from './ingest-options.ts';
import type { Workplace } from './publish.ts';

type Bounds = readonly [number, number, number, number];

export interface GroundBuilder {
  /** Begins with what it will most likely be asked for, while others still work on what it stands for. */
  foresee(footings: readonly Footing[], boundsDeg: Bounds): void;
  build(
    elevation: Elevation | undefined,
    footings: readonly Footing[],
    boundsDeg: Bounds,
  ): Promise<BuiltTerrain>;
}

export function createGroundBuilder(
  { packageFolder }: Workplace,
  { progress, signal }: IngestOptions,
): GroundBuilder {
  const outFolder = join(packageFolder, 'terrain');
  let foreseen: { key: string; terrain: Promise<BuiltTerrain>; stop: AbortController } | undefined;

  async function make(
    ground: Elevation | readonly Footing[],
    boundsDeg: Bounds,
    stop: AbortSignal,
    onProgress?: (done: number, total: number) => void,
  ): Promise<BuiltTerrain> {
    const { buildTerrain } = await import('../terrain/index.ts');
    return buildTerrain({
      ...{ ground, boundsDeg, outFolder, path: 'terrain', signal: stop },
      ...(onProgress ? { onProgress } : {}),
    });
  }

  return {
    foresee(footings, boundsDeg) {
      if (foreseen) return;
      const stop = new AbortController();
      const terrain = make(footings, boundsDeg, AbortSignal.any([signal, stop.signal]));
      // Whoever asks for it hears of it.
      terrain.catch(() => undefined);
      foreseen = { key: keyOf(footings, boundsDeg), terrain, stop };
    },
    async build(elevation, footings, boundsDeg) {
      if (!elevation && foreseen?.key === keyOf(footings, boundsDeg)) return foreseen.terrain;
      foreseen?.stop.abort();
      await foreseen?.terrain.catch(() => undefined);
      rmSync(outFolder, { recursive: true, force: true });
      return make(elevation ?? footings, boundsDeg, signal, (done, total) =>
        progress.update('terrain', done, total),
      );
    },
  };
}

const keyOf = (footings: readonly Footing[], boundsDeg: Bounds) =>
  JSON.stringify([boundsDeg, footings]);
