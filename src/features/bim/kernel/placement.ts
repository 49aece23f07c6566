import type { BimModel, GeoreferencingReading, StoredPlacement } from '#contract/bim-model.ts';
import type { ModelSource } from '../contract.ts';

/** Where a model stands: where a person put it, else as the reading of its file says that is used. */
export const placementOf = (
  source: Pick<ModelSource, 'placement' | 'reading'>,
  model: BimModel,
): StoredPlacement => source.placement ?? readingOf(source, model).placement;

/** The reading of the file that is used: the one a person chose, else the first. */
export const readingOf = (
  { reading }: Pick<ModelSource, 'reading'>,
  { georeferencing }: BimModel,
): GeoreferencingReading =>
  georeferencing.readings.find(({ source }) => source === reading) ??
  originalReading(georeferencing);

/** Where its tiles were made to stand. */
export const originalPlacement = ({ georeferencing }: BimModel): StoredPlacement =>
  originalReading(georeferencing).placement;

function originalReading({ readings }: BimModel['georeferencing']) {
  const [first] = readings;
  if (!first) throw new Error('A model without any reading of its place can not be drawn.');
  return first;
}
