// What is counted before and after a proposal: by the city's worker and by that of the models.

import { useEffect, useMemo, useState } from 'react';
import type { BuildingNumbers, CountedBuilding } from '#model/building-numbers.ts';
import { useFrame } from '#scene/use-frames.tsx';
import { numbersOfModel, SOLID_CLASSES, volumeOf } from '../../kernel/proposal.ts';
import { BIM_NEIGHBOURS, type BimNeighbours } from '../../session/line.ts';
import { useAnswer, useModels } from '../use-line.ts';

/** The feature whose buildings give way. */
export const CITY = 'city';

export const useNeighbours = (): BimNeighbours | undefined =>
  useFrame<BimNeighbours>(BIM_NEIGHBOURS);

export interface Counted {
  readonly buildings: readonly CountedBuilding[];
  readonly isWaiting: boolean;
  readonly failure: string | undefined;
}

const NOTHING: Counted = { buildings: [], isWaiting: false, failure: undefined };

/** Buildings of the city by their ids; those that it doesn't have are left out. */
export function useCounted(ids: readonly string[]): Counted {
  const neighbours = useNeighbours();
  const key = ids.join('\n');
  const [known, setKnown] = useState<Counted & { readonly key: string }>({ ...NOTHING, key: '' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the ids.
  useEffect(() => {
    if (!neighbours || ids.length === 0) return;
    const stop = new AbortController();
    neighbours.measure(CITY, ids, stop.signal).then(
      (buildings) => {
        if (!stop.signal.aborted)
          setKnown({ buildings, isWaiting: false, failure: undefined, key });
      },
      (error: unknown) => {
        if (stop.signal.aborted) return;
        const failure = error instanceof Error ? error.message : String(error);
        setKnown({ buildings: [], isWaiting: false, failure, key });
      },
    );
    return () => stop.abort();
  }, [neighbours, key]);
  if (ids.length === 0) return NOTHING;
  return known.key === key ? known : { ...known, isWaiting: neighbours !== undefined };
}

/** Undefined until the model is open; its volume comes when its tiles have. */
export function useModelNumbers(id: string): BuildingNumbers | undefined {
  const open = useModels().find(({ source }) => source.id === id);
  const keyOf = (name: string) => `${id}/class/${name}`;
  const { value: rooms } = useAnswer('elementsOf', open && { parts: [keyOf('IfcSpace')] });
  const { value: summary } = useAnswer('summarise', rooms && { indices: [...rooms] });
  const { value: mesh } = useAnswer('mesh', open && { parts: SOLID_CLASSES.map(keyOf) });
  return useMemo(() => {
    if (!open) return undefined;
    const volume = mesh && volumeOf(mesh.positions, mesh.indices);
    return numbersOfModel(open.model, summary?.sums ?? [], volume);
  }, [open, summary, mesh]);
}
