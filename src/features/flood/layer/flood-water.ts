// The water of one run on one scene: takes its frames just before a picture.

import type { FloodPaint, FloodQuantity } from '#scene/flood-format.ts';
import { FloodSurface } from '#scene/flood-surface.ts';
import type { Stage } from '#scene/layer.ts';
import { debrisFactors } from '#simulation/flood/hazard/uk-rating.ts';
import {
  FLOOD_FRAME,
  FLOOD_MAP,
  FLOOD_PLACE,
  type FloodColouring,
  type FloodFrame,
  type FloodLook,
  type FloodMap,
  type FloodPlace,
} from '../contract.ts';
import { floodScale } from '../kernel/legend.ts';

const quantities: Readonly<Record<FloodColouring, FloodQuantity>> = {
  depth: 'depth',
  speed: 'speed',
  'hazard-uk': 'hazard-uk',
  'hazard-aidr': 'hazard-aidr',
  'max-depth': 'map',
  'max-speed': 'map',
  'max-hazard': 'map',
  arrival: 'map',
  duration: 'map',
  difference: 'map',
  probability: 'map',
  'arrival-early': 'map',
  'arrival-middle': 'map',
  'arrival-late': 'map',
};

export const isMapColouring = (colouring: FloodColouring) => quantities[colouring] === 'map';

export interface FloodWaterPicture {
  readonly surface: FloodSurface;
  readonly place: FloodPlace | undefined;
  readonly frame: FloodFrame | undefined;
  paint(look: FloodLook): void;
  /** Takes what came since the last picture. */
  takeFrames(): void;
  clear(): void;
  stop(): void;
}

/** `channelOf` names the run's own channels. */
export function createFloodWater(
  stage: Stage,
  channelOf: (channel: string) => string,
): FloodWaterPicture {
  const { scene, frames } = stage;
  const surface = scene.primitives.add(new FloodSurface(scene)) as FloodSurface;
  const isStill = matchMedia('(prefers-reduced-motion: reduce)');
  let place: FloodPlace | undefined;
  let frame: FloodFrame | undefined;
  let map: FloodMap | undefined;
  let look: FloodLook | undefined;
  // A globe that was built anew, or a run that is shown again, begins with what came last.
  let isFresh = true;

  function next<Frame>(channel: string): Frame | undefined {
    const taken = frames.take<Frame>(channelOf(channel));
    return taken ?? (isFresh ? frames.peek<Frame>(channelOf(channel)) : undefined);
  }

  function showMap(): void {
    if (!look) return;
    const isFitting = map && place && map.run === place.run && map.colouring === look.colouring;
    surface.setMap(isFitting ? map?.values : undefined);
  }

  return {
    surface,
    get place() {
      return place;
    },
    get frame() {
      return frame;
    },

    paint(wanted) {
      const { colouring, rating, arrivalDepthM } = wanted;
      const isOther = colouring !== look?.colouring;
      look = wanted;
      const scale = floodScale(colouring, rating, arrivalDepthM);
      surface.setPaint({
        quantity: quantities[colouring],
        breaks: scale.breaks,
        colours: scale.colours,
        least: scale.least,
        debris: debrisFactors(rating),
      } satisfies FloodPaint);
      surface.isDepthMap = colouring === 'max-depth';
      surface.showsStreaks = wanted.showsStreaks && !isStill.matches;
      if (isOther) showMap();
    },

    takeFrames() {
      const newPlace = next<FloodPlace>(FLOOD_PLACE);
      if (newPlace) {
        place = newPlace;
        surface.setRaster(newPlace);
        showMap();
        // Its water may have come before it.
        isFresh = true;
      }
      const newFrame = next<FloodFrame>(FLOOD_FRAME);
      // A frame of another run crossed with the new place on its way.
      if (newFrame && place && newFrame.run === place.run) {
        frame = newFrame;
        surface.setWater(newFrame);
      }
      const newMap = next<FloodMap>(FLOOD_MAP);
      if (newMap) {
        map = newMap;
        showMap();
      }
      isFresh = false;
    },

    clear() {
      if (!place) return;
      place = undefined;
      frame = undefined;
      map = undefined;
      isFresh = true;
      surface.setRaster(undefined);
    },

    stop() {
      if (!scene.isDestroyed()) scene.primitives.remove(surface);
    },
  };
}
