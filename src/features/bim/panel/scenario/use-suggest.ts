import { useCallback } from 'react';
import { footprintOf, WALL_CLASSES } from '../../kernel/proposal.ts';
import { useLine, useModels } from '../use-line.ts';
import { CITY, useNeighbours } from './use-numbers.ts';

/** Gives ids of the buildings whose middle lies under a model's walls, or under all of it where it has none. */
export function useSuggest(): (model: string) => Promise<readonly string[]> {
  const line = useLine();
  const models = useModels();
  const neighbours = useNeighbours();
  return useCallback(
    async (id) => {
      const open = models.find(({ source }) => source.id === id);
      if (!line || !open || !neighbours) return [];
      const parts = WALL_CLASSES.map((name) => `${id}/class/${name}`);
      const [walls] = await line.call('bounds', { parts });
      const [leastM, greatestM] = open.model.boundsM;
      const polygon = footprintOf(open.source, open.model, walls ?? { leastM, greatestM });
      const found = await neighbours.findInside(CITY, polygon, new AbortController().signal);
      return found.map((one) => one.id);
    },
    [line, models, neighbours],
  );
}
