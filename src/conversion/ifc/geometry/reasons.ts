// Why a product that has a representation has no mesh, as a clause.

import { instanceOf, type StepIndex } from '../step/scan.ts';
import { listOf } from '../step/values.ts';
import { isCurve } from './curves/read-curve.ts';
import { itemsOf } from './items.ts';
import { DESIGN, type Product, profileOf } from './products.ts';

const POINTS = /^IFC(CARTESIANPOINT|POINT|VERTEX)/;
const TEXTS = /^IFC(TEXTLITERAL|PLANAR)/;

/** For a product of which neither the engine nor the readers beside it made anything. */
export function reasonOf(index: StepIndex, product: Product): string {
  const profile = profileOf(index, product);
  if (profile !== undefined) return `a segment of the ${profile} lies in no space of its own`;
  if (product.definition === DESIGN) return 'its segments have no length';
  const types = itemsOf(index, product).map(({ instance }) => instance.type);
  if (types.length === 0) {
    const count = listOf(instanceOf(index, product.definition)?.values[2]).length;
    return count === 0 ? 'it has no representation' : 'its representation is empty';
  }
  const bodies = types.filter((type) => !isCurve(type) && !POINTS.test(type) && !TEXTS.test(type));
  if (bodies.length > 0) {
    return `its representation is of a kind that is not read: ${[...new Set(bodies)].sort().join(', ')}`;
  }
  if (types.some(isCurve)) return 'its curve has no length';
  return types.some((type) => POINTS.test(type)) ? 'a point has no extent' : 'text is not drawn';
}
