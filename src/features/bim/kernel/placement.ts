import type { BimModel, StoredPlacement } from '#contract/bim-model.ts';
import type { ModelSource } from '../contract.ts';

/** Where a model stands: where a person put it, else as the chosen reading of its file says, else the first. */
export function placementOf(
  { placement, reading }: Pick<ModelSource, 'placement' | 'reading'>,
  { georeferencing }: BimModel,
): StoredPlacement {
  const chosen = georeferencing.readings.find(({ source }) => source === reading);
  return placement ?? (chosen ?? originalReading(georeferencing)).placement;
}

/** Where its tiles were made to stand. */
export const originalPlacement = ({ georeferencing }: BimModel): StoredPlacement =>
  originalReading(georeferencing).placement;

function originalReading({ readings }: BimModel['georeferencing']) {
  const [first] = readings;
  if (!first) throw new Error('A model without any reading of its place can not be drawn.');
  return first;
}
