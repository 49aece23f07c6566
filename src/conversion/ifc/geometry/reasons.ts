import { instanceOf, type StepIndex } from '../step/scan.ts';
import { listOf, referenceOf } from '../step/values.ts';
import { type Product, representationsOf } from './products.ts';

/** Why a product that has a representation has no mesh. */
export function reasonOf(index: StepIndex, product: Product, fault: string | undefined): string {
  if (fault !== undefined) return fault;
  const items = representationsOf(index, product).flatMap(({ values }) => listOf(values[3]));
  if (items.length === 0) return 'its representation is empty';
  const kinds = new Set(
    items.map((item) => instanceOf(index, referenceOf(item))?.type ?? 'nothing'),
  );
  return `representation of a kind that is not read: ${[...kinds].sort().join(', ')}`;
}
