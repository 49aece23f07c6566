// What a person does to parts of models from a list, a legend or the inspector.

import { poseLookingAt } from '#scene/camera-pose.ts';
import { flyTo } from '#store/camera.ts';
import { select } from '#store/selection.ts';
import type { AppStore } from '#store/store.ts';
import type { PartKey, SectionBox } from '../contract.ts';
import type { BimLine, BimModels } from '../session/line.ts';
import { boxAround, boxOf, placementOf, sphereAround } from '../state/model-place.ts';
import { toSelectedElement } from '../state/selected.ts';

/** More selected things than this a list and an inspector can not be meant for. */
export const MOST_SELECTED = 20_000;

const never = new AbortController().signal;

/** Goes to where the parts are; to the whole of their model where they have no shape. */
export async function flyToParts(
  store: AppStore,
  line: BimLine,
  models: BimModels,
  parts: readonly PartKey[],
): Promise<void> {
  const boxes = await line.call('bounds', { parts });
  const [first] = boxes;
  const id = first?.model ?? parts[0]?.split('/')[0];
  const opened = models.find(({ source }) => source.id === id);
  if (!opened) return;
  const box = boxAround(boxes.filter(({ model }) => model === id)) ?? boxOf(opened.model);
  flyToBox(store, opened, box);
}

export function flyToBox(store: AppStore, opened: BimModels[number], box: SectionBox): void {
  flyTo(store, poseLookingAt(sphereAround(placementOf(opened), box)));
}

/** Selects every element of the parts. */
export async function selectParts(
  store: AppStore,
  line: BimLine,
  parts: readonly PartKey[],
  signal: AbortSignal = never,
): Promise<void> {
  const all = await line.call('elementsOf', { parts }, { signal });
  await selectElements(store, line, all.slice(0, MOST_SELECTED), signal);
}

export async function selectElements(
  store: AppStore,
  line: BimLine,
  indices: readonly number[] | Uint32Array,
  signal: AbortSignal = never,
): Promise<void> {
  const ids = await line.call('identify', { indices }, { signal });
  signal.throwIfAborted();
  select(
    store,
    ids.flatMap((id, at) => {
      const index = indices[at];
      return id === '' || index === undefined ? [] : [toSelectedElement(index, id)];
    }),
  );
}
