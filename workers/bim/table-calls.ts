// The calls that the tables answer.

import { GHOST, VISIBLE } from '#features/bim/contract/paint.ts';
import { boundsOfRows } from '#features/bim/kernel/bounds.ts';
import { describeElement } from '#features/bim/kernel/describe.ts';
import { flagElements } from '#features/bim/kernel/element-flags.ts';
import { matrixOf, rowsInside } from '#features/bim/kernel/place-on-earth.ts';
import { countKeys, mergeKeys } from '#features/bim/kernel/property-keys.ts';
import { summarise } from '#features/bim/kernel/summarise.ts';
import { type Service, Transfer } from '../port.ts';
import { introduce } from './introduce.ts';
import type { ModelList } from './model-list.ts';
import { toOpenModel } from './open-models.ts';
import { Painter } from './paint.ts';
import type { BimProtocol, ElementHit } from './protocol.ts';
import { tree } from './tree.ts';

type Calls = Service<BimProtocol>['calls'];
type TableCall =
  | ('open' | 'failures' | 'tree' | 'search' | 'describe' | 'find' | 'keys' | 'paint')
  | ('findInside' | 'elementsOf' | 'identify' | 'bounds' | 'summarise');

export function createTableCalls(list: ModelList): Pick<Calls, TableCall> {
  const painter = new Painter(list);
  return {
    open: async (sources) => (await list.open(sources)).map(toOpenModel),
    failures: () => list.failures,
    tree: (params) => tree(list, params),
    search: async ({ query, limit }, { signal }) => {
      const hits: ElementHit[] = [];
      for (const model of list.all) {
        const index = await model.search();
        signal.throwIfAborted();
        const rows = index.find(query, limit - hits.length);
        hits.push(...rows.map((row) => introduce(model, row)));
        if (hits.length >= limit) break;
      }
      return hits;
    },
    describe: async ({ index }) => {
      const at = list.locate(index);
      return at && describeElement(at.model.data, await at.model.properties(), at.row);
    },
    find: ({ model: id, globalId }) => {
      const model = list.find(id);
      const row = model?.data.rowOf(globalId);
      return model && row !== undefined ? model.base + row : undefined;
    },
    keys: async () => {
      const tables = await Promise.all(list.all.map((model) => model.properties()));
      return mergeKeys(tables.map(countKeys));
    },
    paint: async ({ look, live }) => {
      const painted = await painter.paint(look, live);
      return new Transfer(painted, [painted.rgba.buffer]);
    },
    findInside: async ({ polygon, look }) => {
      const inside: { index: number; id: string }[] = [];
      for (const model of list.all) {
        const { data, source } = model;
        const { flags } = flagElements(data, await list.seen(model, look));
        const isSeen = (row: number) => (flags[row]! & (VISIBLE | GHOST)) === VISIBLE;
        const matrix = matrixOf(source, model.model);
        for (const row of rowsInside(data, matrix, polygon, isSeen)) {
          const id = `${source.id}/${data.elements.globalId.at(row)}`;
          inside.push({ index: data.base + row, id });
        }
      }
      return inside;
    },
    elementsOf: async ({ parts }) => {
      const found: number[] = [];
      for (const model of list.all) {
        for (const row of await list.meshRows(model, parts)) found.push(model.base + row);
      }
      return Uint32Array.from(found);
    },
    identify: ({ indices }) =>
      Array.from(indices, (index) => {
        const at = list.locate(index);
        return at ? `${at.model.source.id}/${at.model.elements.globalId.at(at.row)}` : '';
      }),
    bounds: async ({ parts }) => {
      const boxes = await Promise.all(
        list.all.map(async (model) => {
          const box = boundsOfRows(model.data, await list.meshRows(model, parts));
          return box && { model: model.source.id, ...box };
        }),
      );
      return boxes.filter((box) => box !== undefined);
    },
    summarise: async ({ indices }) => {
      const rows = [...list.locateAll(indices)].map(async ([model, own]) => ({
        elements: model.elements,
        properties: await model.properties(),
        rows: own,
      }));
      return summarise(await Promise.all(rows));
    },
  };
}
