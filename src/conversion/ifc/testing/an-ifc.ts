// Writes small IFC files for tests, instance by instance.

export type Vector = readonly [number, number, number];

export interface IfcText {
  /** Adds an instance, e.g. `IFCWALL('0…')`; gives its reference, e.g. `#7`. */
  add(instance: string): string;
  point(...coordinates: readonly number[]): string;
  direction(...ratios: readonly number[]): string;
  /** An IfcAxis2Placement3D. */
  axes(location?: Vector, axis?: Vector, along?: Vector): string;
  /** An IfcLocalPlacement. */
  placement(parent?: string, location?: Vector, axis?: Vector, along?: Vector): string;
  /** An extruded rectangle around the z axis, from 0 up. */
  box(x: number, y: number, z: number): string;
  /** A shape representation of items. */
  representation(items: readonly string[], identifier?: string, type?: string): string;
  /** A product of a class that has the ten attributes of IfcElement. */
  product(type: string, placement: string, ...representations: readonly string[]): string;
  /** Cuts one product out of another. */
  cut(product: string, opening: string): void;
  text(): string;
  bytes(): Uint8Array;
}

const METRE = 'IFCSIUNIT(*,.LENGTHUNIT.,$,.METRE.)';

/** @param units instances that name the units; the first is the unit of length. */
export function anIfc(
  options: { readonly schema?: string; readonly units?: readonly string[] } = {},
): IfcText {
  const lines: string[] = [];
  let guid = 0;
  const add = (instance: string) => {
    lines.push(`#${lines.length + 1}=${instance};`);
    return `#${lines.length}`;
  };
  const id = () => `'${(guid++).toString(36).padStart(22, '0')}'`;
  const point = (...coordinates: readonly number[]) =>
    add(`IFCCARTESIANPOINT((${coordinates.map(toReal).join(',')}))`);
  const direction = (...ratios: readonly number[]) =>
    add(`IFCDIRECTION((${ratios.map(toReal).join(',')}))`);
  const axes: IfcText['axes'] = (location = [0, 0, 0], axis, along) => {
    const [up, ahead] = [axis, along].map((one) => (one ? direction(...one) : '$'));
    return add(`IFCAXIS2PLACEMENT3D(${point(...location)},${up},${ahead})`);
  };

  const units = (options.units ?? [METRE]).map(add);
  const assignment = add(`IFCUNITASSIGNMENT((${units[0]}))`);
  const context = add(`IFCGEOMETRICREPRESENTATIONCONTEXT($,'Model',3,1.E-5,${axes()},$)`);
  add(`IFCPROJECT(${id()},$,'Test',$,$,$,$,(${context}),${assignment})`);

  const text = () =>
    [
      'ISO-10303-21;',
      'HEADER;',
      "FILE_DESCRIPTION((''),'2;1');",
      "FILE_NAME('test.ifc','2024-01-02T03:04:05',(''),(''),'','Test','');",
      `FILE_SCHEMA(('${options.schema ?? 'IFC4'}'));`,
      'ENDSEC;',
      'DATA;',
      ...lines,
      'ENDSEC;',
      'END-ISO-10303-21;',
      '',
    ].join('\n');

  return {
    add,
    point,
    direction,
    axes,
    placement(parent = '$', location, axis, along) {
      return add(`IFCLOCALPLACEMENT(${parent},${axes(location, axis, along)})`);
    },
    box(x, y, z) {
      const middle = add(`IFCAXIS2PLACEMENT2D(${point(0, 0)},$)`);
      const profile = add(`IFCRECTANGLEPROFILEDEF(.AREA.,$,${middle},${toReal(x)},${toReal(y)})`);
      return add(`IFCEXTRUDEDAREASOLID(${profile},${axes()},${direction(0, 0, 1)},${toReal(z)})`);
    },
    representation(items, identifier = 'Body', type = 'SweptSolid') {
      return add(
        `IFCSHAPEREPRESENTATION(${context},'${identifier}','${type}',(${items.join(',')}))`,
      );
    },
    product(type, placement, ...representations) {
      const shape = add(`IFCPRODUCTDEFINITIONSHAPE($,$,(${representations.join(',')}))`);
      return add(`${type}(${id()},$,$,$,$,${placement},${shape},$,$)`);
    },
    cut(product, opening) {
      add(`IFCRELVOIDSELEMENT(${id()},$,$,$,${product},${opening})`);
    },
    text,
    bytes: () => new TextEncoder().encode(text()),
  };
}

/** Number of a reference. */
export const numberOfReference = (reference: string): number => Number(reference.slice(1));

/** As STEP writes real numbers: with a point, the exponent with a capital. */
function toReal(value: number): string {
  const [digits = '', exponent] = String(value).split('e');
  const real = digits.includes('.') ? digits : `${digits}.`;
  return exponent === undefined ? real : `${real}E${exponent}`;
}
