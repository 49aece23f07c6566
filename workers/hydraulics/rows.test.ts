import { expect, it } from 'vitest';
import { buildNetwork } from '#model/build-network.ts';
import { aGrid, anInp } from '#simulation/hydraulics/a-supply.ts';
import { openWaterModel } from '#simulation/hydraulics/open-model.ts';
import { cutPipes } from '#simulation/hydraulics/split-pipe.ts';
import { matchRows, rowsOfCut } from './rows.ts';

it('finds the same rows in a cut model as a look at every id does', async () => {
  const supply = aGrid(3, () => 0.5);
  const pipes = { ...supply.pipes, 'P-T': ['J2-2', 'T', 100, 150] as const };
  const model = await openWaterModel(anInp({ ...supply, pipes, tanks: { T: [40, 3, 0, 5, 10] } }));
  // Its file has them in another order, one pipe the other way round and a node that the model lacks.
  const ids = [...model.nodeIds.toReversed(), 'H'];
  const network = buildNetwork({
    ...{ id: 'water', utility: 'water', valves: [] },
    nodes: ids.map((id) => ({ id, kind: 'junction', place: [10, 54, 0] })),
    links: model.linkIds.toReversed().map((id) => {
      const link = model.linkIndex.get(id)! - 1;
      const [from, to] = [model.linkFrom[link]!, model.linkTo[link]!].map((node) =>
        ids.indexOf(model.nodeIds[node - 1]!),
      );
      const ends = id === 'P2-2v' ? { from: to!, to: from! } : { from: from!, to: to! };
      return { id, ...ends, innerM: 0.1 };
    }),
  });
  const cut = cutPipes(model, [
    { link: 'P2-2v', share: 0.3, areaM2: 0.001 },
    { link: 'P-T', share: 0.5, areaM2: 0.001 },
  ]);
  expect(rowsOfCut(matchRows(network, model), cut.model)).toEqual(matchRows(network, cut.model));
  model.close();
});
