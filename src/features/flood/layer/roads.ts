// Roads that water slows or closes, as lines on the water or the ground. Only roads whose state changed are drawn anew.

import { Color, Material, type Polyline, PolylineCollection } from 'cesium';
import { drape } from '#scene/drape.ts';
import type { Stage } from '#scene/layer.ts';
import type { FloodRoadLines, FloodRoads } from '../contract/impact.ts';
import type { PlaceDeg } from '../contract.ts';
import { roadLooks } from '../kernel/consequences/road-looks.ts';

const LIFT_M = 0.7;

export interface RoadsPicture {
  show(roads: FloodRoads | undefined, isOn: boolean): void;
  stop(): void;
}

/** `heightOf`: of the water or the ground above the ellipsoid, m. */
export function createRoads(
  stage: Stage,
  heightOf: (place: PlaceDeg) => number | undefined,
): RoadsPicture {
  const { scene } = stage;
  const collection = scene.primitives.add(new PolylineCollection()) as PolylineCollection;
  const drawn = new Map<number, { readonly state: number; readonly line: Polyline }>();
  let lines: FloodRoadLines | undefined;

  function clear(): void {
    collection.removeAll();
    drawn.clear();
  }

  function add(road: number, state: number, of: FloodRoadLines): void {
    const look = roadLooks[state];
    if (!look) return;
    const places: PlaceDeg[] = [];
    const end = of.offsets[road + 1] ?? 0;
    for (let at = of.offsets[road] ?? 0; at < end; at++) {
      places.push([of.longitudeDeg[at] ?? 0, of.latitudeDeg[at] ?? 0]);
    }
    if (places.length < 2) return;
    const line = collection.add({
      positions: drape(scene, places, LIFT_M, heightOf),
      width: look.width,
      material: Material.fromType('PolylineOutline', {
        color: Color.fromCssColorString(look.colour),
        outlineColor: Color.fromCssColorString('#0b1118').withAlpha(0.7),
        outlineWidth: 1,
      }),
    });
    drawn.set(road, { state, line });
  }

  return {
    show(roads, isOn) {
      collection.show = isOn;
      if (!roads || !isOn) {
        if (!roads) clear();
        return;
      }
      if (roads.lines !== lines) {
        clear();
        lines = roads.lines;
      }
      for (let road = 0; road < roads.states.length; road++) {
        const state = roads.states[road] ?? 0;
        const known = drawn.get(road);
        if ((known?.state ?? 0) === state) continue;
        if (known) collection.remove(known.line);
        drawn.delete(road);
        add(road, state, roads.lines);
      }
    },
    stop() {
      if (!scene.isDestroyed()) scene.primitives.remove(collection);
    },
  };
}
