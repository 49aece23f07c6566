import type { PlaceWater, WaterMoment, WaterSolution } from '#features/pipes/contract/water.ts';
import type { WaterList } from './water-list.ts';

/** Calls about one instant. */
export function createSolveCalls(list: WaterList) {
  return {
    open: list.open.bind(list),
    close: ({ network }: { readonly network: string }): undefined => {
      list.close(network);
      return undefined;
    },
    place: ({ network, move }: PlaceWater): undefined => {
      list.get(network).place(move);
      return undefined;
    },
    solve: (moment: WaterMoment): WaterSolution => list.get(moment.network).solve(moment),
  };
}
