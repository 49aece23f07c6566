import type { Feature, Session } from '#features/feature.ts';
import type { Selected } from '#store/selection.ts';
import type { SharedView } from './shared-view.ts';

/**
 * The selected things of a link. Their indices hold for the build that the link was made with; in another
 * build they are found by their id, and those that are gone are left out.
 */
export async function findSharedSelection(
  view: SharedView,
  build: string,
  running: readonly { readonly feature: Feature; readonly session: Session }[],
  signal: AbortSignal,
): Promise<readonly Selected[]> {
  if (view.build === build) return view.selection;
  const found = await Promise.all(
    view.selection.map(async ({ feature, id }) => {
      const session = running.find((one) => one.feature.id === feature)?.session;
      const hits = await session?.search?.(id, { limit: 5, signal });
      return hits?.find((hit) => hit.selected.id === id)?.selected;
    }),
  );
  return found.filter((one) => one !== undefined);
}
