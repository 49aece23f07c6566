import { describe, expect, it } from 'vitest';
import { anInp, type Supply } from './a-supply.ts';
import { openWaterModel } from './open-model.ts';
import { tankShapeOf } from './tank-volume.ts';

const supply: Supply = {
  junctions: { J: [0, 1] },
  tanks: { T: [40, 3, 1, 6, 10] },
  pipes: { p: ['T', 'J', 10, 100] },
};

describe('the water in a tank', () => {
  it('is a cylinder’s above its least level, and none below', async () => {
    const model = await openWaterModel(anInp(supply));
    const shape = tankShapeOf(model, 'T');
    expect(shape).toMatchObject({ leastM: expect.closeTo(1, 9), mostM: expect.closeTo(6, 9) });
    expect(shape?.usableM3(4)).toBeCloseTo((Math.PI / 4) * 100 * 3, 4);
    expect(shape?.usableM3(0.5)).toBe(0);
    expect(tankShapeOf(model, 'J')).toBeUndefined();
    expect(tankShapeOf(model, 'Q')).toBeUndefined();
    model.close();
  });

  it('follows the file’s curve where it has one', async () => {
    const inp = anInp({ ...supply, more: '[CURVES]\n V 0 0\n V 2 100\n V 6 900' }).replace(
      'T 40 3 1 6 10 0',
      'T 40 3 1 6 10 0 V',
    );
    const model = await openWaterModel(inp);
    const shape = tankShapeOf(model, 'T');
    expect(shape?.usableM3(2)).toBeCloseTo(50, 4);
    expect(shape?.usableM3(4)).toBeCloseTo(450, 4);
    model.close();
  });
});
