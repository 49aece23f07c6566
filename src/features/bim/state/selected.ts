import type { Selected } from '#store/selection.ts';
import type { PartKey } from '../contract.ts';
import { bimSlice } from '../state.ts';

/** An element as the app selects it: `id` is `<model>/<GlobalId>`. */
export const toSelectedElement = (index: number, id: string): Selected => ({
  feature: bimSlice.id,
  index,
  id,
});

/** `<model>/<GlobalId>` of a selected element as the part of it: `<model>/element/<GlobalId>`. */
export function partOfSelected({ id }: Pick<Selected, 'id'>): PartKey {
  const at = id.indexOf('/');
  return `${id.slice(0, at)}/element${id.slice(at)}`;
}

/** The model of the first selected element; undefined where none is selected. */
export const modelOfSelection = (selection: readonly Selected[]): string | undefined =>
  selection.find(({ feature }) => feature === bimSlice.id)?.id.split('/')[0];

/** The other way round; undefined where the part is no single element. */
export const idOfPart = (key: PartKey): string | undefined => {
  const [, model, globalId] = /^([^/]+)\/element\/(.+)$/.exec(key) ?? [];
  return model && globalId ? `${model}/${globalId}` : undefined;
};
