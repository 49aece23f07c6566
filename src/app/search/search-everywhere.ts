import type { Feature, SearchHit, Session } from '#features/feature.ts';

export interface FoundGroup {
  readonly feature: Feature;
  readonly hits: readonly SearchHit[];
}

/** Asks every session; a session that fails is left out after `onError`. Groups keep the features' order. */
export async function searchEverywhere(
  running: readonly { readonly feature: Feature; readonly session: Session }[],
  query: string,
  options: { limit: number; signal: AbortSignal },
  onError: (feature: Feature, error: unknown) => void,
): Promise<readonly FoundGroup[]> {
  const groups = await Promise.all(
    running.map(async ({ feature, session }) => {
      try {
        return { feature, hits: (await session.search?.(query, options)) ?? [] };
      } catch (error) {
        options.signal.throwIfAborted();
        onError(feature, error);
        return { feature, hits: [] };
      }
    }),
  );
  return groups.filter(({ hits }) => hits.length > 0);
}
