// Where an element lies, out of what is drawn of it.

import {
  PIECE_FLOATS,
  type PipeShapes,
  pieceField,
  THING_FLOATS,
  thingField,
} from '../../contract/shapes.ts';

export interface ElementAxis {
  /** Earth-centred, three numbers a point, in the direction of the link; one point of a thing. */
  readonly pointsM: Float64Array;
  readonly radiusM: number;
}

/** Undefined where nothing is drawn of this index. Looks at every piece: 2 ms for a million. */
export function findAxis({ tiles }: PipeShapes, index: number): ElementAxis | undefined {
  const pieces: { readonly along: number; readonly ends: readonly number[] }[] = [];
  let radiusM = 0;
  for (const { centreM, pieces: rows, pieceCount } of tiles) {
    for (let at = 0; at < pieceCount * PIECE_FLOATS; at += PIECE_FLOATS) {
      if (rows[at + pieceField.index] !== index) continue;
      const ends = [0, 1, 2, 3, 4, 5].map((axis) => centreM[axis % 3]! + rows[at + axis]!);
      pieces.push({ along: rows[at + pieceField.along]!, ends });
      radiusM = rows[at + pieceField.radius]!;
    }
  }
  if (pieces.length > 0) {
    pieces.sort((a, b) => a.along - b.along);
    const first = pieces[0]!.ends.slice(0, 3);
    const points = [...first, ...pieces.flatMap(({ ends }) => ends.slice(3))];
    return { pointsM: Float64Array.from(points), radiusM };
  }
  for (const { centreM, things, thingCount } of tiles) {
    for (let at = 0; at < thingCount * THING_FLOATS; at += THING_FLOATS) {
      if (things[at + thingField.index] !== index) continue;
      const points = [0, 1, 2].map((axis) => centreM[axis]! + things[at + axis]!);
      return { pointsM: Float64Array.from(points), radiusM: things[at + thingField.size]! / 2 };
    }
  }
  return undefined;
}
