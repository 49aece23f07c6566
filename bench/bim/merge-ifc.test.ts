import { describe, expect, it } from 'vitest';
import { startEngine } from '#conversion/ifc/engine.ts';
import { readGeometry } from '#conversion/ifc/geometry/read-geometry.ts';
import { closeIfc, openIfc } from '#conversion/ifc/open.ts';
import { indexOf } from '#conversion/ifc/step/index-of.ts';
import { instanceAt, rowsOfType } from '#conversion/ifc/step/scan.ts';
import { listOf, referenceOf, type StepValue } from '#conversion/ifc/step/values.ts';
import { anIfc } from '#conversion/ifc/testing/an-ifc.ts';
import { hasSharedFiles, readShared } from '#conversion/testing/shared-ifc.ts';
import { type MergePart, mergeIfc } from './merge-ifc.ts';

function merged(parts: readonly MergePart[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  mergeIfc(parts, (piece) => pieces.push(piece));
  return new Uint8Array(Buffer.concat(pieces));
}

function aBuilding(height: number): Uint8Array {
  const ifc = anIfc();
  const site = ifc.placement('$', [1, 0, 0]);
  const body = ifc.representation([ifc.box(2, 2, height)]);
  ifc.product('IFCWALL', ifc.placement(site), body);
  ifc.add(`IFCPROPERTYSINGLEVALUE('#1 (it''s)',$,IFCLABEL('#2;'),$)`);
  return ifc.bytes();
}

function referencesIn(value: StepValue): readonly number[] {
  const id = referenceOf(value);
  return id === undefined ? listOf(value).flatMap(referencesIn) : [id];
}

describe('mergeIfc', () => {
  it('puts the parts side by side below one project', async () => {
    const bytes = merged([
      { bytes: aBuilding(3), offset: [0, 0, 0] },
      { bytes: aBuilding(5), offset: [100, 0, 0] },
      { bytes: aBuilding(3), offset: [0, 50.5, 0] },
    ]);
    const index = indexOf(bytes);
    expect(index.isWhole).toBe(true);
    expect(new Set(index.ids).size).toBe(index.count);
    const projects = rowsOfType(index, 'IFCPROJECT');
    expect(projects.length).toBe(1);
    expect(listOf(instanceAt(index, projects[0]!).values[7]).length).toBe(3);
    expect(new TextDecoder().decode(bytes)).toContain(`'#1 (it''s)',$,IFCLABEL('#2;'),$)`);

    const engine = await startEngine();
    const file = openIfc(engine, bytes, 'merged.ifc');
    const { placed, shapes, boundsM, reasons } = await readGeometry(file);
    expect([placed.count, shapes.length, reasons.size]).toEqual([3, 2, 0]);
    expect(boundsM).toEqual([
      [0, -1, 0],
      [102, 51.5, 5],
    ]);
    closeIfc(engine, file);
  });

  it('refuses parts of other units', () => {
    const millimetres = anIfc({ units: ['IFCSIUNIT(*,.LENGTHUNIT.,.MILLI.,.METRE.)'] });
    const parts = [aBuilding(3), millimetres.bytes()];
    expect(() => merged(parts.map((bytes) => ({ bytes, offset: [0, 0, 0] })))).toThrow(
      'A part is in IFC4 with units of 0.001 m; the first is in IFC4 of 1 m.',
    );
    expect(() => merged([])).toThrow('There is nothing to merge.');
  });

  it.skipIf(!hasSharedFiles)('merges real files, every reference and GlobalId sound', () => {
    const bytes = readShared('Duplex_A_20110907.ifc');
    const index = indexOf(merged([0, 50, 100].map((x) => ({ bytes, offset: [x, 0, 0] }))));
    const guids = new Set<StepValue>();
    let rooted = 0;
    let lost = 0;
    for (let row = 0; row < index.count; row++) {
      const { values } = instanceAt(index, row);
      const [guid] = values;
      if (typeof guid === 'string' && /^[0-3][\w$]{21}$/.test(guid)) {
        rooted++;
        guids.add(guid);
      }
      for (const id of values.flatMap(referencesIn)) if (index.rowOf(id) === undefined) lost++;
    }
    expect(lost).toBe(0);
    expect(guids.size).toBe(rooted);
    expect(rooted).toBeGreaterThan(3000);
    expect(index.count).toBe(3 * indexOf(bytes).count + 9 - 2);
  });
});
