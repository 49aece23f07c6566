// Zones of hazard and the zone to be left: tinted and hatched by tier, edged, named.

import { Cartesian3, LabelCollection, type PrimitiveCollection } from 'cesium';
import { FireAreas } from '#scene/fire-areas.ts';
import { FireLines, type GroundLine } from '#scene/fire-lines.ts';
import type { Stage } from '#scene/layer.ts';
import type { Selected } from '#store/selection.ts';
import { type HazardZone, type HazardZones, type PlaceDeg, zoneOwners } from '../contract.ts';
import { insideRings } from '../kernel/inside-rings.ts';
import { labelPlaces } from '../kernel/label-places.ts';
import {
  EVACUATION_COLOUR,
  SECOND_COLOUR,
  tierColours,
  zoneStrokes,
} from '../kernel/zone-looks.ts';
import { toSelectedThing } from '../state/selected.ts';
import { toRgba } from './colour.ts';
import { boundsOf, type FireGround } from './ground.ts';
import { addLabel } from './labels.ts';
import { PickedFireThing } from './picked.ts';
import type { FireView } from './view.ts';

export type ZoneOwner = (typeof zoneOwners)[number];

export interface ZonesPicture {
  take(owner: ZoneOwner, zones: HazardZones | undefined): void;
  /** Of the fire that the shown one is compared with: edges alone. */
  takeSecond(zones: HazardZones | undefined): void;
  show(view: FireView): void;
  /** Lays out what has changed. */
  build(): void;
  again(): void;
  /** The gravest zone at a place, the smaller one of two alike. */
  zoneAt(place: PlaceDeg): Selected | undefined;
  stop(): void;
}

interface Owned {
  readonly owner: ZoneOwner;
  readonly zone: HazardZone;
}

const FILL = [0.1, 0.13, 0.17] as const;
const HATCH = [0.16, 0.2, 0.2] as const;
const EVACUATION_FILL = 0.13;
/** An edge that goes round more corners is thinned out. */
const MOST_CORNERS = 1200;

/** `words`: what is drawn above all else of fire. */
export function createZones(
  stage: Stage,
  ground: FireGround,
  words: PrimitiveCollection,
): ZonesPicture {
  const { scene } = stage;
  const evacuation = scene.primitives.add(new FireAreas(scene)) as FireAreas;
  const hazards = scene.primitives.add(new FireAreas(scene)) as FireAreas;
  const edges = scene.primitives.add(new FireLines(scene)) as FireLines;
  const labels = words.add(new LabelCollection({ scene })) as LabelCollection;
  const byOwner = new Map<ZoneOwner, HazardZones>();
  let second: HazardZones | undefined;
  let view: FireView | undefined;
  let isDue = false;

  hazards.setLook({
    colours: tierColours.map((colour, at) => toRgba(colour, FILL[at] ?? 0)),
    hatch: HATCH,
  });
  evacuation.setLook({
    colours: [1, 2, 3].map(() => toRgba(EVACUATION_COLOUR, EVACUATION_FILL)),
    hatch: [0.12, 0, 0],
  });

  const shown = (): readonly Owned[] =>
    zoneOwners.flatMap((owner) =>
      (byOwner.get(owner)?.zones ?? [])
        .filter(({ rings }) => isShown(owner) && rings.some((ring) => ring.length > 2))
        .map((zone) => ({ owner, zone })),
    );

  function isShown(owner: ZoneOwner): boolean {
    const zones = byOwner.get(owner);
    if (!view || !zones) return false;
    switch (owner) {
      case 'spread':
      case 'smoke':
        return zones.of === view.fire?.id;
      case 'release':
      case 'blast':
        return zones.of === view.release?.id;
      case 'evacuation':
        return view.evacuation !== undefined;
    }
  }

  function lay(): void {
    isDue = false;
    const all = shown();
    const isLeft = ({ zone }: Owned) => zone.kind === 'evacuation';
    layArea(
      hazards,
      all.filter((one) => !isLeft(one)),
    );
    layArea(evacuation, all.filter(isLeft));
    const beside = second && second.of === view?.compared?.id ? second.zones : [];
    const places = [...all.map(({ zone }) => zone), ...beside].flatMap(({ rings }) => rings.flat());
    const bounds = boundsOf(places);
    const chosen = new Set(view?.selection.map(({ id }) => id));
    // The mildest first: the gravest lies on top.
    const sorted = [...all].sort((a, b) => a.zone.tier - b.zone.tier);
    const lines = [
      ...beside.flatMap(besideEdge),
      ...sorted.flatMap((one) => edgeOf(one, chosen.has(idOf(one)))),
    ];
    if (bounds) edges.set(lines, ground.aboutOf(bounds));
    else edges.set([], () => [0, 0]);
    name(sorted);
    nameBeside(beside);
  }

  function layArea(areas: FireAreas, zones: readonly Owned[]): void {
    const bounds = boundsOf(zones.flatMap(({ zone }) => zone.rings.flat()));
    const range = bounds ? ground.rangeOf(bounds) : { leastM: 0, greatestM: 0 };
    areas.set(
      zones.map(({ zone: { rings, tier, kind } }) => ({
        rings,
        tier: kind === 'evacuation' ? 1 : tier,
      })),
      range,
    );
  }

  function name(zones: readonly Owned[]): void {
    labels.removeAll();
    const language = view?.language ?? 'en';
    // Where it began, its wind is written.
    const origin = view?.fire?.ignitions[0]?.building.at;
    // The gravest chooses first.
    const ordered = [...zones].reverse();
    const places = labelPlaces(
      ordered.map(({ zone }) => zone.rings),
      origin ? [origin] : [],
    );
    for (const [at, one] of ordered.entries()) {
      const place = places[at];
      if (!place) continue;
      const { zone } = one;
      const colour =
        zone.kind === 'evacuation' ? '#9fd0ff' : (tierColours[zone.tier - 1] ?? '#fff');
      addLabel(labels, {
        text: zone.label[language],
        position: Cartesian3.fromDegrees(...place, ground.heightOf(place) + 2),
        colour,
        abovePx: 8,
        goneM: 30_000,
        id: new PickedFireThing(toSelected(one)),
      });
    }
  }

  /** Its name once, on what burns there now. */
  function nameBeside(zones: readonly HazardZone[]): void {
    const gravest = [...zones].sort((a, b) => b.tier - a.tier)[0];
    const text = view?.compared?.name;
    if (!gravest || text === undefined) return;
    const taken = shown().flatMap(({ zone }) => zone.rings.flat());
    const [place] = labelPlaces([gravest.rings], thinned(taken));
    if (!place) return;
    addLabel(labels, {
      text,
      position: Cartesian3.fromDegrees(...place, ground.heightOf(place) + 2),
      ...{ colour: SECOND_COLOUR, abovePx: -8, goneM: 30_000 },
    });
  }

  return {
    take(owner, zones) {
      if (zones) byOwner.set(owner, zones);
      else byOwner.delete(owner);
      isDue = true;
    },
    takeSecond(zones) {
      second = zones;
      isDue = true;
    },
    show(next) {
      const before = view;
      view = next;
      const isOn = next.on && next.look.showsZones;
      for (const one of [hazards, evacuation, edges]) {
        one.show = isOn;
        one.opacity = next.opacity;
      }
      labels.show = isOn;
      isDue ||=
        before?.fire?.id !== next.fire?.id ||
        before?.release?.id !== next.release?.id ||
        before?.compared !== next.compared ||
        before?.evacuation !== next.evacuation ||
        before?.language !== next.language ||
        before?.selection !== next.selection;
    },
    build() {
      if (isDue) lay();
    },
    again() {
      isDue = true;
    },
    zoneAt(place) {
      const inside = shown().filter(({ zone }) => insideRings(zone.rings, place));
      const [first] = inside.sort(
        (a, b) => b.zone.tier - a.zone.tier || a.zone.areaM2 - b.zone.areaM2,
      );
      return first && toSelected(first);
    },
    stop() {
      if (scene.isDestroyed()) return;
      for (const one of [hazards, evacuation, edges]) scene.primitives.remove(one);
    },
  };
}

const idOf = ({ owner, zone }: Owned) => `zone/${owner}/${zone.id}`;
const toSelected = ({ owner, zone }: Owned): Selected =>
  toSelectedThing({ kind: 'zone', id: `${owner}/${zone.id}` });

function edgeOf({ zone }: Owned, isChosen: boolean): GroundLine[] {
  const { kind, tier, rings } = zone;
  const isLeft = kind === 'evacuation';
  const colour = isLeft ? EVACUATION_COLOUR : (tierColours[tier - 1] ?? '#ffffff');
  return rings
    .filter((ring) => ring.length > 2)
    .map((ring) => ({
      places: closed(thinned(ring)),
      colour: toRgba(isChosen ? '#ffffff' : colour, 0.97),
      width: (isLeft ? 4 : 2.4 + 0.5 * tier) + (isChosen ? 2 : 0),
      pattern: zoneStrokes[kind],
      casing: 1.4,
      casingAlpha: 0.6,
    }));
}

/** What burns there by now is a dotted line, what will within the hour a fine one. */
const besideEdge = ({ rings, tier }: HazardZone): GroundLine[] =>
  rings
    .filter((ring) => ring.length > 2)
    .map((ring) => ({
      places: closed(thinned(ring)),
      colour: toRgba(SECOND_COLOUR, tier === 3 ? 1 : 0.6),
      width: tier === 3 ? 4.5 : 2,
      pattern: 'dotted',
      casing: 1.6,
      casingAlpha: 0.8,
    }));

const thinned = (ring: readonly PlaceDeg[]) => {
  const every = Math.ceil(ring.length / MOST_CORNERS);
  return every === 1 ? ring : ring.filter((_, at) => at % every === 0);
};

function closed(ring: readonly PlaceDeg[]): readonly PlaceDeg[] {
  const [first] = ring;
  const last = ring.at(-1);
  const isClosed = first?.[0] === last?.[0] && first?.[1] === last?.[1];
  return first && !isClosed ? [...ring, first] : ring;
}
