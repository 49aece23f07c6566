import type { Selected } from '#store/selection.ts';
import type { ElementKind, ElementName } from '../contract/answers.ts';
import { parseKey } from '../kernel/index-space.ts';

export const PIPES = 'pipes';

/** An element as the app selects it: its `id` is the `PipeKey`. */
export const toSelectedElement = ({
  index,
  key,
}: Pick<ElementName, 'index' | 'key'>): Selected => ({ feature: PIPES, index, id: key });

/** Of one selected thing; undefined where it is another feature's. */
export function elementOf({
  feature,
  id,
}: Pick<Selected, 'feature' | 'id'>):
  | { readonly network: string; readonly kind: ElementKind; readonly id: string }
  | undefined {
  return feature === PIPES ? parseKey(id) : undefined;
}
