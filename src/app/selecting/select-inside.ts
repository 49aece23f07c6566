import type { Feature, Session } from '#features/feature.ts';
import type { GroundPolygon } from '#scene/ground.ts';
import type { Selected } from '#store/selection.ts';
import type { AppStore } from '#store/store.ts';

type Running = readonly { readonly feature: Feature; readonly session: Session }[];

/**
 * Selects what lies in a polygon of longitude, latitude pairs (rad), of every feature that can tell;
 * `isAdding` keeps what was selected. Returns how many things were found.
 */
export async function selectInside(
  store: AppStore,
  running: Running,
  polygon: GroundPolygon,
  isAdding: boolean,
  signal: AbortSignal,
): Promise<number> {
  const found = await Promise.all(
    running.map(({ session }) => session.findInside?.(polygon, signal) ?? []),
  );
  signal.throwIfAborted();
  const inside = found.flat();
  store.setState(({ selection }) => ({
    selection: isAdding ? withoutDoubles([...selection, ...inside]) : inside,
  }));
  return inside.length;
}

function withoutDoubles(things: readonly Selected[]): readonly Selected[] {
  return [...new Map(things.map((thing) => [`${thing.feature} ${thing.id}`, thing])).values()];
}
