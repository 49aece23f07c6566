// What the lines between the classes of the air stand for, written on them.

import { Cartesian3, LabelCollection, type PrimitiveCollection } from 'cesium';
import type { Stage } from '#scene/layer.ts';
import type { SmokeFrame } from '../contract/smoke.ts';
import { isoPlaces } from '../kernel/iso-places.ts';
import type { FireGround } from './ground.ts';
import { addLabel } from './labels.ts';

export interface IsoLabels {
  take(frame: SmokeFrame | undefined): void;
  show(isShown: boolean): void;
}

const LIFT_M = 1.5;
/** Farther away the lines are so close that their words would lie on each other. */
const GONE_M = 9000;

/** `words`: what is drawn above all else of fire. */
export function createIsoLabels(
  { scene }: Stage,
  ground: FireGround,
  words: PrimitiveCollection,
): IsoLabels {
  const labels = words.add(new LabelCollection({ scene })) as LabelCollection;
  return {
    take(frame) {
      labels.removeAll();
      if (!frame) return;
      for (const { level, at } of isoPlaces(frame)) {
        addLabel(labels, {
          text: wordsOf(frame, level),
          position: Cartesian3.fromDegrees(...at, ground.heightOf(at) + LIFT_M),
          ...{ colour: '#fff6e6', isPlain: true, abovePx: -6, goneM: GONE_M, size: 12 },
        });
      }
    },
    show(isShown) {
      labels.show = isShown;
    },
  };
}

const wordsOf = ({ quantity, unit }: SmokeFrame, level: number): string =>
  quantity === 'tier'
    ? `AEGL-${level}`
    : `${Number(level.toPrecision(3))}${unit === '' ? '' : ` ${unit}`}`;
