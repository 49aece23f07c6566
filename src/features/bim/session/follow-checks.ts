// Has the worker compare versions and look for clashes as the state asks, and hands on what it finds.

import type { Frames } from '#scene/frames.ts';
import type { AppStore } from '#store/store.ts';
import { watch } from '#store/watch.ts';
import { CLASHES, type Clash, type ClashList, type ClashRules } from '../contract/clash.ts';
import { COMPARISON, type Comparison } from '../contract/comparison.ts';
import { reportClashes, reportComparing, stopClashes, stopComparing } from '../state/checks.ts';
import { colourParts, selectBim } from '../state.ts';
import { BIM_MODELS, type BimLine, type BimModels } from './line.ts';
import { pipeSources } from './pipe-sources.ts';

/** Follows; returns how to stop. */
export function followChecks(store: AppStore, frames: Frames, line: BimLine): () => void {
  let comparing = new AbortController();
  let clashing = new AbortController();
  const checks = () => selectBim(store.getState()).checks;

  async function compare(): Promise<void> {
    comparing.abort();
    comparing = new AbortController();
    const { signal } = comparing;
    const { compared } = checks();
    frames.publish(COMPARISON, undefined);
    if (!compared) return;
    reportComparing(store, { kind: 'running', done: 0, total: 1 });
    try {
      const found: Comparison = await line.call('compare', compared, { signal });
      frames.publish(COMPARISON, found);
      reportComparing(store, { kind: 'done' });
      colourParts(store, { kind: 'comparison' });
    } catch (error) {
      if (!signal.aborted) reportComparing(store, { kind: 'failed', reason: sentenceOf(error) });
    }
  }

  async function clash(): Promise<void> {
    clashing.abort();
    clashing = new AbortController();
    const { clashing: rules } = checks();
    if (rules) await look(rules, clashing.signal);
    else reportClashes(store, { kind: 'idle' });
  }

  async function look(rules: ClashRules, signal: AbortSignal): Promise<void> {
    const pipes = pipeSources(store.getState().city);
    let clashes: readonly Clash[] = [];
    reportClashes(store, { kind: 'running', done: 0, total: 0 });
    frames.publish(CLASHES, undefined);
    try {
      for await (const news of line.stream('clashes', { rules, pipes }, { signal })) {
        if (news.found.length > 0) clashes = [...clashes, ...news.found];
        frames.publish(CLASHES, { frame: news.frame, clashes } satisfies ClashList);
        reportClashes(store, { kind: 'running', done: news.done, total: news.total });
      }
      if (!signal.aborted) reportClashes(store, { kind: 'done' });
    } catch (error) {
      if (!signal.aborted) reportClashes(store, { kind: 'failed', reason: sentenceOf(error) });
    }
  }

  /** What was found of models that are no longer open says nothing. */
  function forget(): void {
    const open = new Set((frames.peek<BimModels>(BIM_MODELS) ?? []).map(({ source }) => source.id));
    const { compared, clashing: rules } = checks();
    if (compared && !(open.has(compared.before) && open.has(compared.after))) {
      stopComparing(store);
      if (selectBim(store.getState()).look.colourBy?.kind === 'comparison') {
        colourParts(store, undefined);
      }
    }
    const isGone = (side: ClashRules['a']) => side.kind === 'model' && !open.has(side.model);
    const list = frames.peek<ClashList>(CLASHES);
    if (rules && (isGone(rules.a) || isGone(rules.b))) stopClashes(store);
    if (list && list.frame !== '' && !open.has(list.frame)) frames.publish(CLASHES, undefined);
  }

  const ends = [
    watch(
      store,
      (state) => [selectBim(state).checks.compared],
      () => void compare(),
    ),
    watch(
      store,
      (state) => [selectBim(state).checks.clashing],
      () => void clash(),
    ),
    frames.subscribe((channel) => {
      if (channel === BIM_MODELS) forget();
    }),
  ];
  return () => {
    for (const end of ends) end();
    comparing.abort();
    clashing.abort();
    frames.publish(COMPARISON, undefined);
    frames.publish(CLASHES, undefined);
  };
}

const sentenceOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
