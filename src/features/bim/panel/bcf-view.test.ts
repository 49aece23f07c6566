import { describe, expect, it } from 'vitest';
import type { BcfCamera } from '../kernel/bcf/topic.ts';
import type { BimModels } from '../session/line.ts';
import { poseOf } from './bcf-view.ts';

const DEGREE = Math.PI / 180;
const opened = (rotationDeg: number, originM?: [number, number, number]) => {
  const placement = { longitudeDeg: 8, latitudeDeg: 50, heightM: 100, rotationDeg, scale: 1 };
  const model = { georeferencing: { readings: [{ placement }] }, ...(originM && { originM }) };
  return { source: {}, model } as unknown as BimModels[number];
};
const camera = (more: Partial<BcfCamera>): BcfCamera => ({
  ...{ kind: 'perspective', eye: [0, 0, 10], direction: [0, 1, 0], up: [0, 0, 1] },
  ...{ extent: 60, aspect: 1 },
  ...more,
});

describe('the view of a topic on the globe', () => {
  it('stands over the model and looks north where the model does', () => {
    const { position, heading, pitch } = poseOf(opened(0), camera({}));
    expect(position.height).toBeCloseTo(110, 4);
    expect(position.longitude).toBeCloseTo(8 * DEGREE, 9);
    expect(heading).toBeCloseTo(0, 6);
    expect(pitch).toBeCloseTo(0, 5);
  });

  it('turns with the model, and looks down where the topic does', () => {
    const down = Math.SQRT1_2;
    const { heading, pitch } = poseOf(opened(90), camera({ direction: [0, down, -down] }));
    // Counter-clockwise by a quarter: the model's north is west.
    expect(heading).toBeCloseTo(-Math.PI / 2, 6);
    expect(pitch).toBeCloseTo(-Math.PI / 4, 5);
  });

  it('counts from the origin of the IFC file', () => {
    const far = camera({ eye: [458_000, 5_438_000, 110] });
    const { position } = poseOf(opened(0, [458_000, 5_438_000, 100]), far);
    expect(position.height).toBeCloseTo(110, 4);
    expect(position.latitude).toBeCloseTo(50 * DEGREE, 9);
  });

  it('of an orthogonal camera stands back by what it sees', () => {
    const level = camera({ kind: 'orthogonal', direction: [0, 0, -1], extent: 25 });
    expect(poseOf(opened(0), level).position.height).toBeCloseTo(135, 4);
  });
});
