// Placing a model: the draft is the task's, it becomes the model's place when a person says so.

import {
  type BimModel,
  type GeoreferencingReading,
  type StoredPlacement,
  toModelPlacement,
  toStoredPlacement,
} from '#contract/bim-model.ts';
import { findGroundLevel, type GroundLevel } from '#model/ground-level.ts';
import { type ModelPoint, moveModel, standOf, turnModel } from '#model/model-moves.ts';
import { type Geodetic, toEcef } from '#model/position.ts';
import { fromDegrees } from '#model/units.ts';
import type { AppState, AppStore } from '#store/store.ts';
import type { ModelSource } from '../contract.ts';
import { placeModel, selectBim, setTask } from '../state.ts';

export type PlacingTask = Extract<ReturnType<typeof selectBim>['task'], { kind: 'placing' }>;

/** The model being placed, if it is this one (any by default). */
export function selectPlacing(state: AppState, model?: string): PlacingTask | undefined {
  const { task } = selectBim(state);
  return task.kind === 'placing' && (model === undefined || task.model === model)
    ? task
    : undefined;
}

/** Begins where the model stands now. */
export const startPlacing = (store: AppStore, model: string, draft: StoredPlacement) =>
  setTask(store, { kind: 'placing', model, draft });

/** Shows the model elsewhere; nothing happens once it isn't being placed any more. */
export function changeDraft(store: AppStore, model: string, draft: StoredPlacement): void {
  if (selectPlacing(store.getState(), model)) setTask(store, { kind: 'placing', model, draft });
}

export const cancelPlacing = (store: AppStore) => setTask(store, { kind: 'none' });

/** The draft becomes the model's place. */
export function applyPlacing(store: AppStore): void {
  const task = selectPlacing(store.getState());
  if (!task) return;
  placeModel(store, task.model, task.draft);
  cancelPlacing(store);
}

/** The model stands as a reading of its file says, and follows it when the file is converted anew. */
export function chooseReading(store: AppStore, model: BimModel, id: string, at: number): void {
  const { readings } = model.georeferencing;
  const reading = readings[at];
  if (!reading) return;
  // A source names its first reading only.
  const isFirst = readings.findIndex(({ source }) => source === reading.source) === at;
  placeModel(store, id, isFirst ? undefined : reading.placement, reading.source);
}

/** Back to where the file's first reading puts it. */
export const forgetPlace = (store: AppStore, id: string) => placeModel(store, id, undefined);

/** Number of the reading by which a model stands; undefined where a person put it elsewhere. */
export function readingInUse(
  { placement, reading }: Pick<ModelSource, 'placement' | 'reading'>,
  readings: readonly GeoreferencingReading[],
): number | undefined {
  const at = placement
    ? readings.findIndex((one) => isSamePlacement(one.placement, placement))
    : Math.max(
        0,
        readings.findIndex(({ source }) => source === reading),
      );
  return at < 0 ? undefined : at;
}

export const isSamePlacement = (a: StoredPlacement, b: StoredPlacement): boolean =>
  a.longitudeDeg === b.longitudeDeg &&
  a.latitudeDeg === b.latitudeDeg &&
  a.heightM === b.heightM &&
  a.rotationDeg === b.rotationDeg &&
  a.scale === b.scale;

/** What is moved and turned by: the middle of the model's foot, in its frame. */
export const pivotOf = ({ boundsM: [least, greatest] }: Pick<BimModel, 'boundsM'>): ModelPoint => [
  (least[0] + greatest[0]) / 2,
  (least[1] + greatest[1]) / 2,
  least[2],
];

type Standing = Pick<BimModel, 'storeys' | 'boundsM' | 'zeroM'>;

/** What of the model meets the ground, over the middle of its foot: by which of its levels, and where that is. */
export function groundPointOf(model: Standing): GroundLevel & { readonly point: ModelPoint } {
  const [x, y] = pivotOf(model);
  const level = findGroundLevel(model);
  return { ...level, point: [x, y, level.levelM] };
}

export const moveDraft = (draft: StoredPlacement, pivot: ModelPoint, byM: ModelPoint) =>
  toStoredPlacement(moveModel(toModelPlacement(draft), pivot, byM));

export const turnDraft = (draft: StoredPlacement, pivot: ModelPoint, byDeg: number) =>
  toStoredPlacement(turnModel(toModelPlacement(draft), pivot, fromDegrees(byDeg)));

export const standOfDraft = (draft: StoredPlacement, point: ModelPoint): Geodetic =>
  standOf(toModelPlacement(draft), point);

/** Straight from where one placement puts a point to where another does, m. */
export function apartM(a: StoredPlacement, b: StoredPlacement, point: ModelPoint): number {
  const [from, to] = [toEcef(standOfDraft(a, point)), toEcef(standOfDraft(b, point))];
  return Math.hypot(from.x - to.x, from.y - to.y, from.z - to.z);
}
