// The wind beside the fire: a rose that points to where it blows, with its speed in words.

import { Cartesian3, LabelCollection } from 'cesium';
import { FireWindSign } from '#scene/fire-wind-sign.ts';
import type { Stage } from '#scene/layer.ts';
import type { WindSpell } from '../contract.ts';
import { spellAt, windText } from '../kernel/wind-words.ts';
import { toSelectedThing } from '../state/selected.ts';
import type { FireGround } from './ground.ts';
import { addLabel } from './labels.ts';
import { PickedFireThing } from './picked.ts';
import type { FireView } from './view.ts';

export interface WindPicture {
  setTime(timeS: number): void;
  show(view: FireView): void;
  /** The spell that blows now. */
  readonly spell: WindSpell | undefined;
  build(): void;
  again(): void;
  stop(): void;
}

/** From where it began to the ring, against the wind, m. */
const ASIDE_M = 45;
const LIFT_M = 24;

export function createWind(stage: Stage, ground: FireGround): WindPicture {
  const { scene } = stage;
  const sign = scene.primitives.add(new FireWindSign(scene)) as FireWindSign;
  const labels = scene.primitives.add(new LabelCollection({ scene })) as LabelCollection;
  let view: FireView | undefined;
  let spell: WindSpell | undefined;
  let timeS = 0;
  let isDue = false;

  function find(): void {
    const next = spellAt(view?.fire, timeS);
    isDue ||= next !== spell;
    spell = next;
  }

  // The ring is as large on the screen from everywhere, so where it stands follows the eye.
  const forget = scene.preRender.addEventListener(() => {
    const at = sign.show ? sign.place(scene.camera) : undefined;
    if (at && labels.length > 0) labels.get(0).position = at;
  });

  function lay(): void {
    isDue = false;
    labels.removeAll();
    const fire = view?.fire;
    const middle = fire?.ignitions[0]?.building.at;
    if (!fire || !spell || !middle) {
      sign.set(undefined);
      return;
    }
    const { fromRad, speedMs } = spell;
    const heightM = ground.heightOf(middle) + LIFT_M;
    sign.set({ at: middle, heightM, towardsRad: fromRad + Math.PI, asideM: ASIDE_M });
    addLabel(labels, {
      text: windText(spell, view?.language ?? 'en'),
      position: Cartesian3.fromDegrees(...middle, heightM),
      colour: speedMs > 0 ? '#9be7ff' : '#ffffff',
      id: new PickedFireThing(toSelectedThing({ kind: 'fire', id: fire.id })),
      abovePx: 58,
      goneM: 40_000,
    });
  }

  return {
    get spell() {
      return spell;
    },
    setTime(next) {
      timeS = next;
      find();
    },
    show(next) {
      isDue ||= view?.fire !== next.fire || view?.language !== next.language;
      view = next;
      find();
      sign.show = next.on && next.fire !== undefined;
      labels.show = sign.show;
    },
    build() {
      if (isDue) lay();
    },
    again() {
      isDue = true;
    },
    stop() {
      forget();
      if (scene.isDestroyed()) return;
      scene.primitives.remove(sign);
      scene.primitives.remove(labels);
    },
  };
}
