// Flames on the roofs that burn at the shown moment: decoration, at most three hundred, the hottest.

import { FireFlames, type Flame } from '#scene/fire-flames.ts';
import type { Stage } from '#scene/layer.ts';
import type { BurningPlaces, FireMoment } from '../contract/spread.ts';
import { dayOf } from './light.ts';
import type { FireView } from './view.ts';

export interface FlamesPicture {
  take(moment: FireMoment | undefined, places: BurningPlaces | undefined): void;
  setWind(towardsRad: number, speedMs: number): void;
  show(view: FireView): void;
  setTime(timeS: number): void;
  wear(): void;
  readonly isEmpty: boolean;
  stop(): void;
}

const MOST = 300;
/** What burns below this is embers. */
const LEAST_KW = 50;
/** A whole block in flames. */
const GREATEST_KW = 60_000;
const GOLDEN = 0.618_033_988_75;

export function createFlames(stage: Stage): FlamesPicture {
  const { scene } = stage;
  const flames = scene.primitives.add(new FireFlames(scene)) as FireFlames;

  return {
    take(moment, places) {
      const isFitting = moment && places && moment.scenario === places.scenario;
      flames.set(isFitting ? flamesOf(moment, places) : []);
    },
    setWind(towardsRad, speedMs) {
      const lean = Math.min(1, speedMs / 12);
      flames.setWind(Math.sin(towardsRad) * lean, Math.cos(towardsRad) * lean);
    },
    show({ on, look, opacity, fire }) {
      flames.show = on && look.showsFlames && fire !== undefined;
      flames.opacity = opacity;
    },
    setTime(timeS) {
      flames.timeS = timeS;
    },
    wear() {
      flames.night = 1 - dayOf(scene);
    },
    get isEmpty() {
      return flames.isEmpty || !flames.show;
    },
    stop() {
      if (!scene.isDestroyed()) scene.primitives.remove(flames);
    },
  };
}

/** The hottest buildings; a flame is about as high as 0.235 Q^0.4 (Heskestad), kW and m, over a part of the roof. */
export function flamesOf(moment: FireMoment, places: BurningPlaces): Flame[] {
  const rows = rowsByBuilding(moment, places);
  const hottest =
    rows.length <= MOST ? rows : rows.sort((a, b) => b.heatKW - a.heatKW).slice(0, MOST);
  return hottest.map(({ row, building, heatKW }) => {
    const side = Math.sqrt(Math.max(16, places.areaM2[row] ?? 16));
    return {
      at: [places.longitudeDeg[row] ?? 0, places.latitudeDeg[row] ?? 0],
      roofM: (places.roofM[row] ?? 0) - 0.5,
      widthM: Math.min(26, 0.62 * side),
      heightM: Math.min(34, 2 + 0.235 * heatKW ** 0.4),
      heat: Math.min(1, Math.log(heatKW / LEAST_KW) / Math.log(GREATEST_KW / LEAST_KW)),
      seed: (building * GOLDEN) % 1,
    };
  });
}

/** Both lists are few entries long, so one is kept in mind for the other. */
function rowsByBuilding({ burning, heatKW }: FireMoment, { building }: BurningPlaces) {
  const rowOf = new Map<number, number>();
  for (let row = 0; row < building.length; row++) rowOf.set(building[row] ?? 0, row);
  const rows: { row: number; building: number; heatKW: number }[] = [];
  for (let at = 0; at < burning.length; at++) {
    const one = burning[at] ?? 0;
    const row = rowOf.get(one);
    const heat = heatKW[at] ?? 0;
    if (row !== undefined && heat >= LEAST_KW) rows.push({ row, building: one, heatKW: heat });
  }
  return rows;
}
