// The grounds that were prepared last, so that a run begins on one that was made ready while a person chose or drew.

import type { WaterBody } from '#simulation/flood/ground/water.ts';
import type { FloodCity } from '../protocol.ts';
import type { Ground } from './ground.ts';
import type { GroundReader, GroundWish } from './read-ground.ts';

/** The presets of a city, and what is drawn. */
const KEPT = 5;

interface KeptGround {
  /** Ids of the stage sources that its waters name, in their order. */
  readonly stages: readonly string[];
  readonly ground: Promise<Ground>;
}

/**
 * Nothing writes into a ground, so several runs stand on one. Ids of stage sources don't make another: waters name those of
 * whoever asks. A ground goes on being made when who asked for it has left.
 */
export function keepGrounds(read: GroundReader): GroundReader {
  const kept = new Map<string, KeptGround>();
  return async (city, wish, signal) => {
    const key = keyOf(city, wish);
    const stages = stagesOf(wish).map(({ id }) => id);
    const known = kept.get(key) ?? { stages, ground: read(city, wish) };
    kept.delete(key);
    kept.set(key, known);
    known.ground.catch(() => kept.get(key) === known && kept.delete(key));
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    const ground = await known.ground;
    signal?.throwIfAborted();
    return known.stages === stages
      ? ground
      : { ...ground, bodies: named(ground.bodies, known.stages, stages) };
  };
}

const named = (
  bodies: readonly WaterBody[],
  from: readonly string[],
  to: readonly string[],
): WaterBody[] =>
  bodies.map((body) => ({
    ...body,
    sources: body.sources.map((id) => to[from.indexOf(id)] ?? id),
  }));

const stagesOf = ({ sources = [] }: GroundWish) =>
  sources.flatMap((source) => (source.kind === 'stage' ? [source] : []));

function keyOf(city: FloodCity, wish: GroundWish): string {
  const { boundsDeg, cellM, buildings, sillM, roughnessFactor } = wish;
  const levels = stagesOf(wish).map(({ line, level }) => [line, level]);
  return JSON.stringify([city, boundsDeg, cellM, buildings, sillM, roughnessFactor, levels]);
}
