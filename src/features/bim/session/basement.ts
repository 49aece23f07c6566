import type { BimWorker, OpenModel } from '#workers/bim/client.ts';
import type { SectionBox } from '../contract.ts';

/** A floor this far below the model's origin is under the ground: steps and ramps are not. */
const DEEP_M = -1;

/**
 * What of the ground a model's basement needs, in its frame, m: the walls of its storeys below the ground, or all
 * of these storeys where they have none. Undefined where it has no basement.
 */
export async function findBasement(
  worker: BimWorker,
  { model }: OpenModel,
  storeyIds: readonly string[],
  signal: AbortSignal,
): Promise<SectionBox | undefined> {
  const deep = storeyIds.filter((_, at) => (model.storeys[at]?.elevationM ?? 0) < DEEP_M);
  if (deep.length === 0) return undefined;
  const boundsOf = async (parts: readonly string[]) => {
    const [box] = await worker.call('bounds', { parts }, { signal });
    return box && { leastM: box.leastM, greatestM: box.greatestM };
  };
  const classes = ['IfcWall', 'IfcWallStandardCase'];
  const walls = deep.flatMap((id) => classes.map((one) => `${id.replace('/', '/within/')}/${one}`));
  return (
    (await boundsOf(walls)) ?? (await boundsOf(deep.map((id) => id.replace('/', '/element/'))))
  );
}
