// Answers what changed between two open models. The latest answer stays, so that colours and parts can name it.

import type { Comparison, ValueChange } from '#features/bim/contract/comparison.ts';
import {
  type ComparedModel,
  colourComparison,
  kindsByRow,
  rowsOfDifferences,
} from '#features/bim/kernel/comparison/paint.ts';
import { changedAttributes, changedValues } from '#features/bim/kernel/comparison/values.ts';
import { compareModels } from '#features/bim/kernel/comparison.ts';
import type { Service } from '../port.ts';
import type { ModelList } from './model-list.ts';
import type { BimProtocol } from './protocol.ts';

type Calls = Pick<Service<BimProtocol>['calls'], 'compare' | 'valueChanges'>;

export function createCompareCalls(list: ModelList): Calls {
  return {
    compare: ({ before, after }) => {
      const models = [data(list, before), data(list, after)] as const;
      const comparison = compareModels(...models);
      list.found = toFound(
        comparison,
        models.map(({ id, base, count }) => ({ id, base, count })),
      );
      return comparison;
    },
    valueChanges: async ({ pairs }, { signal }) => {
      const changes: ValueChange[][] = [];
      for (const [before, after] of pairs) {
        const [old, now] = [list.locate(before), list.locate(after)];
        if (!old || !now) throw new Error(`There is no element ${old ? after : before}.`);
        const [properties, newer] = [await old.model.properties(), await now.model.properties()];
        signal.throwIfAborted();
        changes.push([
          ...changedAttributes(
            { data: old.model.data, row: old.row },
            { data: now.model.data, row: now.row },
          ),
          ...changedValues({ properties, row: old.row }, { properties: newer, row: now.row }),
        ]);
      }
      return changes;
    },
  };
}

function data(list: ModelList, id: string) {
  const model = list.find(id);
  if (!model) throw new Error(`There is no open model ${id}.`);
  return model.data;
}

/** By rows, since the models' indices change when others are opened before them. */
function toFound(comparison: Comparison, models: readonly ComparedModel[]): ModelList['found'] {
  const kindsOf = new Map(models.map((model) => [model.id, kindsByRow(comparison, model)]));
  return {
    rows: (id, { kind, name }) => {
      const model = models.find((one) => one.id === id);
      return kind === 'comparison' && model
        ? rowsOfDifferences(comparison, model, name)
        : undefined;
    },
    colouring: (open) => colourComparison(comparison, kindsOf, open),
  };
}
