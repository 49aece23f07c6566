import { describe, expect, it } from 'vitest';
import * as format from '#scene/pipe-format.ts';
import { profileTexels } from '#scene/pipe-profiles.ts';
import * as shapes from '../contract/shapes.ts';
import { pipeFlags } from '../contract.ts';
import { utilities } from '../kernel/palettes.ts';

describe('what the scene draws', () => {
  it('is what the contract of the pipes says', () => {
    expect(format.PIECE_FLOATS).toBe(shapes.PIECE_FLOATS);
    expect(format.PIECE_INDEX).toBe(shapes.pieceField.index);
    expect(format.PIECE_STYLE).toBe(shapes.pieceField.style);
    expect(format.THING_FLOATS).toBe(shapes.THING_FLOATS);
    expect(format.THING_INDEX).toBe(shapes.thingField.index);
    expect(format.THING_KIND).toBe(shapes.thingField.kind);
    const { uncertain, box, service } = shapes.pieceStyle;
    expect([format.UNCERTAIN, format.BOX, format.SERVICE]).toEqual([uncertain, box, service]);
    expect(format.STYLE_SURFACE).toBe(shapes.STYLE_SURFACE);
    expect(format.STYLE_ASPECT).toBe(shapes.STYLE_ASPECT);
    expect(format.ASPECT_PARTS).toBe(shapes.ASPECT_PARTS);
    expect(format.surfaces).toEqual(shapes.surfaces);
    expect(format.thingKinds).toEqual(shapes.thingKinds);
    expect(format.thingRanks).toEqual(shapes.thingKinds.map((kind) => shapes.thingRanks[kind]));
    expect(format.flags).toEqual(pipeFlags);
    expect(format.PALETTE_ROWS).toBeGreaterThanOrEqual(utilities.length);
  });

  it('has a profile for each kind of thing', () => {
    const texels = profileTexels();
    expect(texels.every(Number.isFinite)).toBe(true);
    const perKind = texels.length / format.thingKinds.length;
    for (const kind of format.thingKinds.keys()) {
      const widths = texels
        .slice(kind * perKind, (kind + 1) * perKind)
        .filter((_, at) => at % 4 === 0);
      expect(Math.max(...widths)).toBeGreaterThan(0.3);
    }
  });
});
