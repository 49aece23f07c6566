import { useEffect, useEffectEvent, useState } from 'react';

export type SearchState<Item> =
  | { readonly kind: 'idle' }
  | { readonly kind: 'loading'; readonly items: readonly Item[] }
  | { readonly kind: 'done'; readonly items: readonly Item[] }
  | { readonly kind: 'failed'; readonly reason: string };

export type Search<Item> = (query: string, signal: AbortSignal) => Promise<readonly Item[]>;

/**
 * Runs `search` once typing rests, stops the one before, keeps the former results in sight meanwhile.
 * `attempt` runs it again for the same query.
 */
export function useSearch<Item>(
  search: Search<Item>,
  query: string,
  restMs: number,
  attempt: number,
): SearchState<Item> {
  const [state, setState] = useState<SearchState<Item>>({ kind: 'idle' });
  const run = useEffectEvent(search);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is the same query anew.
  useEffect(() => {
    const words = query.trim();
    if (words === '') {
      setState({ kind: 'idle' });
      return;
    }
    const stop = new AbortController();
    setState((before) => ({ kind: 'loading', items: 'items' in before ? before.items : [] }));
    const timer = setTimeout(() => {
      run(words, stop.signal).then(
        (items) => {
          if (!stop.signal.aborted) setState({ kind: 'done', items });
        },
        (error: unknown) => {
          if (stop.signal.aborted) return;
          setState({ kind: 'failed', reason: error instanceof Error ? error.message : `${error}` });
        },
      );
    }, restMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [query, restMs, attempt]);

  return state;
}
