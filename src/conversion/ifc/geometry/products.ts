// Which products of a file have a representation, whatever the engine makes of their class.

import { instanceOf, rowsOfType, type StepIndex, typeAt } from '../step/scan.ts';
import { endOfComment, referenceOf } from '../step/values.ts';
import { readAlignmentDesigns } from './curves/alignment-design.ts';

export interface Product {
  readonly id: number;
  /** In capitals. */
  readonly type: string;
  readonly placement: number | undefined;
  /** The IfcProductDefinitionShape; `DESIGN` for an alignment that has only its design parameters. */
  readonly definition: number;
}

/** Stands where an alignment's representation would: no instance has this number. */
export const DESIGN = 0;

/** Openings, and what there is most of in files, to pass over it at once. */
const NO_PRODUCTS =
  /^IFC(OPENING|CARTESIANPOINT|DIRECTION|AXIS2|POLYLOOP|FACE|PROPERTY|QUANTITY|REL(AGG|ASS|CON|DE|FILL|NEST|VOID))/;
/** Place of ObjectPlacement among the attributes of every IfcProduct. */
export const PLACEMENT = 5;
/** Place of Representation. */
export const REPRESENTATION = 6;
const ALIGNMENT = 'IFCALIGNMENT';
/** Of an IfcAlignmentSegment. */
const DESIGN_PARAMETERS = 7;

/**
 * Products that have a representation with something in it, openings left out, in the file's order; then alignments
 * that have only their design parameters.
 */
export function findProducts(index: StepIndex): readonly Product[] {
  const represented = findRepresented(index);
  const known = new Set(represented.map(({ id }) => id));
  const designs = readAlignmentDesigns(index);
  const designed = rowsOfType(index, ALIGNMENT).flatMap((row): readonly Product[] => {
    const id = index.ids[row]!;
    if (known.has(id) || !designs.has(id)) return [];
    const placement = referenceOf(instanceOf(index, id)?.values[PLACEMENT]);
    return [{ id, type: ALIGNMENT, placement, definition: DESIGN }];
  });
  return [...represented, ...designed];
}

function findRepresented(index: StepIndex): readonly Product[] {
  const definitions = new Set(
    ['IFCPRODUCTDEFINITIONSHAPE', 'IFCPRODUCTREPRESENTATION'].flatMap((type) =>
      rowsOfType(index, type).map((row) => index.ids[row]!),
    ),
  );
  const products: Product[] = [];
  if (definitions.size === 0) return products;
  /** By hash; empty for what is passed over. */
  const names = new Map<number, string>();
  for (let row = 0; row < index.count; row++) {
    const hash = index.types[row]!;
    let type = names.get(hash);
    if (type === undefined) {
      type = typeAt(index, row);
      if (NO_PRODUCTS.test(type)) type = '';
      names.set(hash, type);
    }
    if (type === '') continue;
    const found = placementAndRepresentation(index.bytes, index.starts[row]!);
    if (!found || !definitions.has(found.definition)) continue;
    products.push({ id: index.ids[row]!, type, ...found });
  }
  return products;
}

/**
 * Of which profile an IfcAlignmentSegment is a part, if its curve lies in that of the heights or of the cant:
 * there x is the length gone along the alignment, no place on the map.
 */
export function profileOf(index: StepIndex, { id, type }: Product): string | undefined {
  if (type !== 'IFCALIGNMENTSEGMENT') return undefined;
  const parameters = instanceOf(
    index,
    referenceOf(instanceOf(index, id)?.values[DESIGN_PARAMETERS]),
  );
  if (parameters?.type === 'IFCALIGNMENTVERTICALSEGMENT') return 'vertical profile';
  return parameters?.type === 'IFCALIGNMENTCANTSEGMENT' ? 'cant' : undefined;
}

/** Reads only what tells a product: a reference at the seventh place, after a GlobalId. */
function placementAndRepresentation(bytes: Uint8Array, start: number) {
  let at = start;
  while (bytes[at] !== 0x28 && at < bytes.length) at++;
  at++;
  while (bytes[at]! <= 0x20) at++;
  if (bytes[at] !== 0x27 && bytes[at] !== 0x24) return undefined;
  let place = 0;
  let depth = 0;
  let placement: number | undefined;
  for (; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === 0x27) {
      do at++;
      while (bytes[at] !== 0x27 && at < bytes.length);
    } else if (byte === 0x28) depth++;
    else if (byte === 0x29) depth--;
    else if (byte === 0x2c && depth === 0) place++;
    else if (byte === 0x2f && bytes[at + 1] === 0x2a) at = endOfComment(bytes, at) - 1;
    else if (byte === 0x23 && depth === 0) {
      let id = 0;
      while (bytes[at + 1]! >= 0x30 && bytes[at + 1]! <= 0x39) id = id * 10 + bytes[++at]! - 0x30;
      if (place === PLACEMENT) placement = id;
      else if (place === REPRESENTATION) return { placement, definition: id };
    }
    if (depth < 0 || place > REPRESENTATION || byte === 0x3b) return undefined;
  }
  return undefined;
}
