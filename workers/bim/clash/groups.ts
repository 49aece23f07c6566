// The things of one side of a search: elements of a model, or pipes of the city.

import { disciplineAt } from '#contract/bim-model.ts';
import type { ClashSide, ClashThing, PipeSource } from '#features/bim/contract/clash.ts';
import { nameElement } from '#features/bim/kernel/element-name.ts';
import type { LoadedModel } from '../open-models.ts';
import { ElementSolids } from './element-solids.ts';
import { applyToBox } from './frame.ts';
import { isThing } from './joins.ts';
import { boxOf, type Pipe, readPipes, toSolid } from './pipes.ts';
import type { ClashGroup } from './search.ts';
import type { Solid } from './solid.ts';

export interface ModelGroup extends ClashGroup {
  readonly model: LoadedModel;
  readonly rows: readonly number[];
}

/** `toFrame`: from this model's frame into that of the search; undefined: the same. */
export async function modelGroup(
  model: LoadedModel,
  { disciplines }: Extract<ClashSide, { kind: 'model' }>,
  toFrame: Float64Array | undefined,
  signal: AbortSignal,
): Promise<ModelGroup> {
  const { data } = model;
  const { elements } = data;
  const rows: number[] = [];
  for (let row = 0; row < data.count; row++) {
    const isMeant =
      disciplines.length === 0 || disciplines.includes(disciplineAt(elements.discipline[row]!));
    if (isMeant && isThing(data, row)) rows.push(row);
  }
  const solids = await ElementSolids.load(model, rows, toFrame, signal);
  const boxes = new Float64Array(6 * rows.length);
  for (const [at, row] of rows.entries()) {
    const box = [
      ...elements.least.subarray(3 * row, 3 * row + 3),
      ...elements.greatest.subarray(3 * row, 3 * row + 3),
    ];
    boxes.set(toFrame ? applyToBox(toFrame, box) : box, 6 * at);
  }
  return {
    model,
    rows,
    count: rows.length,
    boxes,
    identity: rows.map((row) => `${data.id} ${row}`),
    solid: (number) => solids.get(rows[number]!),
    describe: (number) => describeElement(model, rows[number]!),
  };
}

function describeElement({ data, source, base }: LoadedModel, row: number): ClashThing {
  const { elements } = data;
  return {
    model: source.id,
    index: base + row,
    id: elements.globalId.at(row),
    name: nameElement(data, row),
    class: data.className(row),
    discipline: disciplineAt(elements.discipline[row]!),
    storey: data.storeys[elements.storey[row]!]?.name ?? '',
  };
}

/** Pipes that come near `box` (6 numbers, frame of the search). */
export function pipeGroup(
  files: readonly { readonly source: PipeSource; readonly text: string }[],
  fromEarth: Float64Array,
  box: ArrayLike<number>,
): ClashGroup {
  const pipes = files.flatMap(({ source, text }) =>
    readPipes(text, fromEarth, box).map((pipe) => ({ pipe, source })),
  );
  const boxes = new Float64Array(6 * pipes.length);
  for (const [at, { pipe }] of pipes.entries()) boxes.set(boxOf(pipe), 6 * at);
  const solids = new Map<number, Solid | undefined>();
  return {
    count: pipes.length,
    boxes,
    identity: pipes.map(({ pipe, source }) => `${source.collection} ${pipe.id}`),
    solid: (number) => {
      if (!solids.has(number)) solids.set(number, toSolid(pipes[number]!.pipe));
      return solids.get(number);
    },
    describe: (number) => describePipe(pipes[number]!),
  };
}

function describePipe({ pipe, source }: { pipe: Pipe; source: PipeSource }): ClashThing {
  return {
    model: undefined,
    index: undefined,
    id: `${source.collection}/${pipe.id}`,
    name: pipe.name,
    class: source.name,
    discipline: 'infrastructure',
    storey: '',
  };
}

/** Around all boxes of a group, widened; 6 numbers. */
export function boxAround({ boxes, count }: ClashGroup, marginM: number): number[] {
  const box = [Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity];
  for (let at = 0; at < count; at++) {
    for (let part = 0; part < 3; part++) {
      box[part] = Math.min(box[part]!, boxes[6 * at + part]! - marginM);
      box[3 + part] = Math.max(box[3 + part]!, boxes[6 * at + 3 + part]! + marginM);
    }
  }
  return box;
}
