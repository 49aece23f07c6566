// Streets coloured by when the first engine is there: some thousands of pieces, laid out a part before each picture.

import { PrimitiveCollection } from 'cesium';
import { FireLines, type GroundLine } from '#scene/fire-lines.ts';
import type { Stage } from '#scene/layer.ts';
import type { CoverFrame } from '../contract/response.ts';
import type { PlaceDeg } from '../contract.ts';
import { fireScale } from '../kernel/colours/scales.ts';
import { streetRuns } from '../kernel/street-runs.ts';
import { toRgba } from './colour.ts';
import { boundsOf, type FireGround } from './ground.ts';
import type { FireView } from './view.ts';

export interface CoverPicture {
  take(frame: CoverFrame | undefined): void;
  show(view: FireView): void;
  /** Lays out the next part; true while there is more. */
  build(): boolean;
  again(): void;
  stop(): void;
}

/** Points of streets that are laid out before one picture. */
const PART = 2500;
const { colours } = fireScale('first-engine');

export function createCover(stage: Stage, ground: FireGround): CoverPicture {
  const { scene } = stage;
  // A place of their own in the order of things: later parts lie below the ways of engines too.
  const group = scene.primitives.add(new PrimitiveCollection()) as PrimitiveCollection;
  let parts: FireLines[] = [];
  let frame: CoverFrame | undefined;
  let next = 0;
  let part = 0;
  let isOn = false;
  let opacity = 1;

  function begin(): void {
    next = 0;
    part = 0;
  }

  function remove(from: number): void {
    for (const one of parts.slice(from)) group.remove(one);
    parts = parts.slice(0, from);
  }

  return {
    take(given) {
      frame = given;
      begin();
      if (!given) remove(0);
    },
    show({ on, look, opacity: given }) {
      isOn = on && (look.buildings === 'first-engine' || look.buildings === 'full-alarm');
      opacity = given;
      for (const one of parts) {
        one.show = isOn;
        one.opacity = opacity;
      }
    },
    build() {
      if (!frame || !isOn) return false;
      const { offsets } = frame.streets;
      const last = offsets.length - 1;
      if (next >= last) {
        if (part < parts.length) remove(part);
        return false;
      }
      const from = next;
      const begun = offsets[from] ?? 0;
      while (next < last && (offsets[next + 1] ?? 0) - begun <= PART) next++;
      if (next === from) next++;
      const lines = streetLines(frame, from, next);
      const known = parts[part] ?? (group.add(new FireLines(scene)) as FireLines);
      parts[part++] = known;
      known.show = isOn;
      known.opacity = opacity;
      const bounds = boundsOf(lines.flatMap(({ places }) => places));
      if (bounds) known.set(lines, ground.aboutOf(bounds));
      else known.set([], () => [0, 0]);
      return true;
    },
    again: begin,
    stop() {
      if (!scene.isDestroyed()) scene.primitives.remove(group);
      parts = [];
    },
  };
}

const streetLines = (frame: CoverFrame, from: number, to: number): GroundLine[] =>
  streetRuns(frame.streets, from, to).map(({ places, kind }) =>
    streetLine(places, colours[kind] ?? 0),
  );

const streetLine = (places: readonly PlaceDeg[], colour: number): GroundLine => ({
  places,
  colour: toRgba(colour, 0.95),
  width: 2.6,
  leastM: 4,
  casing: 0.8,
  casingAlpha: 0.45,
});
