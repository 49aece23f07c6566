// The call that cuts a model: the surfaces that planes lay open.

import type { SectionCaps } from '#features/bim/contract/section.ts';
import { type Service, Transfer } from '../port.ts';
import { loadTileContents } from './mesh.ts';
import type { ModelList } from './model-list.ts';
import type { LoadedModel } from './open-models.ts';
import type { BimProtocol } from './protocol.ts';
import { findCaps } from './section/caps.ts';

export function createSectionCalls(
  list: ModelList,
): Pick<Service<BimProtocol>['calls'], 'section'> {
  return {
    section: async ({ model: id, planes, liftsM }, { signal }) => {
      const model = list.find(id);
      if (!model) throw new Error(`There is no open model ${id} to cut.`);
      const caps = await cut(model, planes, liftsM, signal);
      const { positions, hatch, indices, elements, rgba } = caps;
      const arrays = [positions, hatch, indices, elements, rgba];
      return new Transfer(
        caps,
        arrays.map(({ buffer }) => buffer),
      );
    },
  };
}

type Params = BimProtocol['calls']['section']['params'];

async function cut(
  model: LoadedModel,
  planes: Params['planes'],
  liftsM: Params['liftsM'],
  signal: AbortSignal,
): Promise<SectionCaps> {
  const { data } = model;
  const liftOf = (row: number) => liftsM[data.elements.storey[row]!] ?? 0;
  const isCut = new Uint8Array(data.count);
  const rows: number[] = [];
  for (let row = 0; row < data.count; row++) {
    if (!data.hasMesh(row) || data.isRoomVolume(row)) continue;
    if (!planes.some((plane) => reaches(data.elements, row, plane, liftOf(row)))) continue;
    isCut[row] = 1;
    rows.push(row);
  }
  const contents = await loadTileContents(model, rows, signal);
  signal.throwIfAborted();
  const caps = findCaps(contents, { planes, liftOf, has: (row) => isCut[row] === 1 });
  const globalIds = new Map(
    [...new Set(caps.elements)].map((row) => [row, data.elements.globalId.at(row)]),
  );
  return { ...caps, globalIds };
}

/** Whether a plane goes through the box around an element. */
function reaches(
  { least, greatest }: LoadedModel['elements'],
  row: number,
  { normal, distanceM }: Params['planes'][number],
  lift: number,
): boolean {
  let middle = normal[2] * lift - distanceM;
  let reach = 0.01;
  for (let axis = 0; axis < 3; axis++) {
    const [low, high] = [least[3 * row + axis]!, greatest[3 * row + axis]!];
    middle += (normal[axis]! * (low + high)) / 2;
    reach += (Math.abs(normal[axis]!) * (high - low)) / 2;
  }
  return Math.abs(middle) <= reach;
}
