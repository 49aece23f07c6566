// What values the instances have that web-ifc reads by itself. It takes them as given: over a polyline of
// numbers, or a representation that lacks its items, it never comes to an end.

import { typeHash } from './type-hash.ts';

/** Kinds of values, as bits. */
export const kinds = {
  none: 1,
  reference: 2,
  number: 4,
  text: 8,
  enumeration: 16,
  typed: 32,
  references: 64,
  numbers: 128,
  lists: 256,
  others: 512,
  empty: 1024,
} as const;

// One letter a value; a capital may be missing.
const LETTERS: Readonly<Record<string, number>> = {
  r: kinds.reference | kinds.none,
  n: kinds.number | kinds.typed,
  S: kinds.text | kinds.none,
  e: kinds.enumeration,
  E: kinds.enumeration | kinds.none,
  i: kinds.references | kinds.empty,
  I: kinds.references | kinds.none | kinds.empty,
  p: kinds.numbers,
  l: kinds.lists | kinds.empty,
  // A list of whatever.
  t: kinds.references | kinds.numbers | kinds.others | kinds.lists,
  // Whatever.
  x: 2047,
};

const SIGNATURES: Readonly<Record<string, string>> = {
  IFCRELVOIDSELEMENT: 'xxxxrr',
  IFCRELAGGREGATES: 'xxxxri',
  IFCRELASSOCIATESMATERIAL: 'xxxxir',
  IFCMATERIALDEFINITIONREPRESENTATION: 'xxir',
  IFCSTYLEDITEM: 'rtx',
  IFCSURFACESTYLE: 'Set',
  IFCSURFACESTYLERENDERING: 'rx',
  IFCSURFACESTYLESHADING: 'r',
  IFCCOLOURRGB: 'Snnn',
  IFCUNITASSIGNMENT: 'i',
  IFCSIUNIT: 'xexe',
  IFCCONVERSIONBASEDUNIT: 'xexr',
  IFCMEASUREWITHUNIT: 'xr',
  IFCPRODUCTDEFINITIONSHAPE: 'SSI',
  IFCSHAPEREPRESENTATION: 'rSSI',
  IFCREPRESENTATIONMAP: 'rr',
  IFCMAPPEDITEM: 'rr',
  IFCLOCALPLACEMENT: 'rr',
  IFCAXIS1PLACEMENT: 'rr',
  IFCAXIS2PLACEMENT2D: 'rr',
  IFCAXIS2PLACEMENT3D: 'rrr',
  IFCCARTESIANTRANSFORMATIONOPERATOR3D: 'rrrxr',
  IFCCARTESIANPOINT: 'p',
  IFCDIRECTION: 'p',
  IFCVECTOR: 'rn',
  IFCLINE: 'rr',
  IFCCIRCLE: 'rn',
  IFCELLIPSE: 'rnn',
  IFCPOLYLINE: 'i',
  IFCCOMPOSITECURVE: 'ie',
  IFCCOMPOSITECURVESEGMENT: 'eer',
  IFCTRIMMEDCURVE: 'rttee',
  IFCINDEXEDPOLYCURVE: 'rxx',
  IFCCARTESIANPOINTLIST2D: 'l',
  IFCCARTESIANPOINTLIST3D: 'l',
  IFCPOLYLOOP: 'i',
  IFCEDGELOOP: 'i',
  IFCFACEBOUND: 're',
  IFCFACEOUTERBOUND: 're',
  IFCFACE: 'i',
  IFCFACESURFACE: 'ire',
  IFCADVANCEDFACE: 'ire',
  IFCOPENSHELL: 'i',
  IFCCLOSEDSHELL: 'i',
  IFCCONNECTEDFACESET: 'i',
  IFCFACETEDBREP: 'r',
  IFCADVANCEDBREP: 'r',
  IFCSHELLBASEDSURFACEMODEL: 'i',
  IFCFACEBASEDSURFACEMODEL: 'i',
  IFCTRIANGULATEDFACESET: 'rxxlx',
  IFCPOLYGONALFACESET: 'rxix',
  IFCINDEXEDPOLYGONALFACE: 'p',
  IFCRECTANGLEPROFILEDEF: 'eSrnn',
  IFCCIRCLEPROFILEDEF: 'eSrn',
  IFCARBITRARYCLOSEDPROFILEDEF: 'eSr',
  IFCARBITRARYPROFILEDEFWITHVOIDS: 'eSri',
  IFCEXTRUDEDAREASOLID: 'rrrn',
  IFCREVOLVEDAREASOLID: 'rrrn',
  IFCBOOLEANRESULT: 'err',
  IFCBOOLEANCLIPPINGRESULT: 'err',
  IFCHALFSPACESOLID: 're',
  IFCPOLYGONALBOUNDEDHALFSPACE: 'rerr',
  IFCPLANE: 'r',
};

const masks = new Map(
  Object.entries(SIGNATURES).map(([type, letters]) => [
    typeHash(type),
    Uint16Array.from(letters, (letter) => LETTERS[letter] ?? 0),
  ]),
);

/** Kinds that a type, by its hash, may have value by value; undefined for a type that isn't looked at. */
export const signatureOf = (type: number): Uint16Array | undefined => masks.get(type);
