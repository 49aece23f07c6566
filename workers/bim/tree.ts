import type { TreeRow } from '#features/bim/contract.ts';
import { parsePartKey } from '#features/bim/kernel/part-key.ts';
import { treeRows } from '#features/bim/kernel/tree.ts';
import type { ModelList } from './model-list.ts';
import type { BimProtocol } from './protocol.ts';

/** Rows below a part, or the models themselves. */
export async function tree(
  list: ModelList,
  { grouping, parent, look, query = '' }: BimProtocol['calls']['tree']['params'],
): Promise<readonly TreeRow[]> {
  const asked = parent === undefined ? undefined : parsePartKey(parent)?.model;
  const models = list.all.filter(({ source }) => parent === undefined || source.id === asked);
  const rows = await Promise.all(
    models.map(async (model) => {
      const view = {
        grouping,
        hidden: await list.hidden(model, look),
        matching: query.trim() === '' ? undefined : (await model.search()).match(query),
      };
      return treeRows(model.data, model.source.name, view, parent);
    }),
  );
  return rows.flat();
}
