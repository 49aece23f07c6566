import { useEffect } from 'react';
import type { CloseScene } from '#workers/bim/client.ts';
import type { SectionPlane } from '../contract.ts';
import { useLine, useModels } from '../panel/use-line.ts';
import { planesOf } from './cut.ts';
import { type Cut, uncut } from './view/element-model.ts';
import type { Stage } from './view/stage.ts';

/** A slider that is dragged asks once it rests. */
const REST_MS = 120;

/** Cuts the part at once, and fills the cut when the worker has worked out its surfaces. */
export function useCut(stage: Stage | undefined, { model }: CloseScene, cut: Cut): void {
  const line = useLine();
  const base = useModels().find(({ source }) => source.id === model)?.base;

  useEffect(() => {
    stage?.setCut(cut);
    if (!stage || !line || base === undefined || cut === uncut) return;
    const stop = new AbortController();
    const timer = setTimeout(() => void fill(planesOf(cut)), REST_MS);

    async function fill(planes: readonly SectionPlane[]): Promise<void> {
      try {
        const params = { model, planes, liftsM: [] };
        const caps = await line?.call('section', params, { signal: stop.signal });
        if (caps && !stop.signal.aborted) stage?.setCaps(caps, base ?? 0);
      } catch {
        // Without them the cut shows the backs of faces, as it did at once.
      }
    }
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [stage, line, model, base, cut]);
}
