// Signs of stations, engines, shelters, sites that need help, and hydrants by what they give.

import {
  BillboardCollection,
  Cartesian3,
  Color,
  LabelCollection,
  NearFarScalar,
  PointPrimitiveCollection,
  VerticalOrigin,
} from 'cesium';
import type { Language } from '#model/text.ts';
import type { Stage } from '#scene/layer.ts';
import type { EvacuationResult } from '../contract/evacuation.ts';
import type { CoverFrame, WaterAtBuilding } from '../contract/response.ts';
import type { FireScenario, PlaceDeg } from '../contract.ts';
import { flowColour } from '../kernel/hydrant-colours.ts';
import { toSelectedThing } from '../state/selected.ts';
import type { FireGround } from './ground.ts';
import { addLabel } from './labels.ts';
import { PickedFireThing } from './picked.ts';
import { SIGN_PX, type SignKind, signPicture } from './sign-pictures.ts';
import type { FireView } from './view.ts';

export interface SignsPicture {
  takeCover(cover: CoverFrame | undefined): void;
  takeEvacuation(result: EvacuationResult | undefined): void;
  takeWater(water: WaterAtBuilding | undefined): void;
  setTime(timeS: number): void;
  show(view: FireView): void;
  build(): void;
  again(): void;
  stop(): void;
}

interface Sign {
  readonly kind: SignKind;
  readonly id: string;
  readonly at: PlaceDeg;
  readonly text: string;
  readonly isDim: boolean;
}

const PIPES = 'pipes';
const LIFT_M = 2;
/** A label is read near by; the sign from afar. */
const SIGN_LABELS_M = 7000;
const HYDRANT_LABELS_M = 1600;
const MOST_NAMED = 6;
/** Those that nobody draws from are marks that near eyes see. */
const SPARE_GONE_M = 1800;

const words = {
  hydrants: { en: 'L/s', zh: 'L/s' },
  unknown: { en: 'flow unknown', zh: '流量未知' },
  engines: { en: 'engines', zh: '辆' },
  of: { en: 'of', zh: '/' },
} as const;

export function createSigns(stage: Stage, ground: FireGround): SignsPicture {
  const { scene } = stage;
  const hydrants = scene.primitives.add(new PointPrimitiveCollection()) as PointPrimitiveCollection;
  const flows = scene.primitives.add(new LabelCollection({ scene })) as LabelCollection;
  const signs = scene.primitives.add(new BillboardCollection({ scene })) as BillboardCollection;
  const names = scene.primitives.add(new LabelCollection({ scene })) as LabelCollection;
  let cover: CoverFrame | undefined;
  let evacuation: EvacuationResult | undefined;
  let water: WaterAtBuilding | undefined;
  let view: FireView | undefined;
  let here = '';
  let timeS = 0;
  let isDue = false;

  const positionOf = (place: PlaceDeg) =>
    Cartesian3.fromDegrees(...place, ground.heightOf(place) + LIFT_M);

  function lay(): void {
    isDue = false;
    layHydrants();
    laySigns();
  }

  function layHydrants(): void {
    hydrants.removeAll();
    flows.removeAll();
    const language = view?.language ?? 'en';
    const named = new Set(namedHydrants(water?.hydrants ?? []));
    const drawn = drawnHydrants(water);
    for (const hydrant of water?.hydrants ?? []) {
      const isDrawn = drawn.has(hydrant);
      const position = positionOf(hydrant.at);
      const flowLs = hydrant.flowM3s * 1000;
      const colour = flowColour(flowLs);
      const selected = { feature: PIPES, index: -1, id: hydrant.key };
      const id = new PickedFireThing(selected);
      hydrants.add({
        position,
        id,
        pixelSize: isDrawn ? 12 : 6,
        color: Color.fromCssColorString(colour),
        outlineColor: Color.WHITE.withAlpha(isDrawn ? 1 : 0.7),
        outlineWidth: isDrawn ? 2.5 : 1,
        disableDepthTestDistance: Number.POSITIVE_INFINITY,
        scaleByDistance: new NearFarScalar(800, 1, 6000, 0.5),
        ...(!isDrawn && {
          translucencyByDistance: new NearFarScalar(SPARE_GONE_M / 3, 0.8, SPARE_GONE_M, 0),
        }),
      });
      if (!named.has(hydrant)) continue;
      const text = Number.isFinite(flowLs)
        ? `${Math.round(flowLs)} ${words.hydrants[language]}`
        : words.unknown[language];
      const look = { colour: '#ffffff', abovePx: 12, goneM: HYDRANT_LABELS_M, size: 12 };
      addLabel(flows, { text, position, id, ...look });
    }
  }

  function laySigns(): void {
    signs.removeAll();
    names.removeAll();
    const language = view?.language ?? 'en';
    for (const { kind, id, at, text, isDim } of signsNow(language)) {
      const position = positionOf(at);
      const thing = kind === 'standby' ? 'station' : kind === 'origin' ? 'fire' : kind;
      const picked = new PickedFireThing(toSelectedThing({ kind: thing, id }));
      const [width, height] = SIGN_PX;
      signs.add({
        id: picked,
        position,
        image: signPicture(kind, isDim),
        ...{ width, height },
        verticalOrigin: VerticalOrigin.BOTTOM,
        disableDepthTestDistance: Number.POSITIVE_INFINITY,
        scaleByDistance: new NearFarScalar(1500, 1, 9000, 0.6),
      });
      addLabel(names, {
        text,
        position,
        colour: isDim ? '#c3cad1' : '#ffffff',
        id: picked,
        abovePx: -4,
        goneM: SIGN_LABELS_M,
        size: 12,
      });
    }
  }

  function signsNow(language: Language): Sign[] {
    if (!view) return [];
    const { look, fire } = view;
    const all: Sign[] = [];
    if (look.showsRoutes) {
      const isAsked = fire !== undefined || view.tool === 'response' || isCovering(view);
      if (cover && isAsked) all.push(...stationSigns(cover, language));
      if (evacuation && view.evacuation) all.push(...evacuationSigns(evacuation, language));
      if (fire) all.push(...engineSigns(fire, timeS));
    }
    return all;
  }

  return {
    takeCover(next) {
      cover = next;
      isDue = true;
    },
    takeEvacuation(next) {
      evacuation = next;
      isDue = true;
    },
    takeWater(next) {
      water = next;
      isDue = true;
    },
    setTime(next) {
      timeS = next;
      const now = enginesHere(view?.fire, next);
      isDue ||= now !== here;
      here = now;
    },
    show(next) {
      const before = view;
      view = next;
      isDue ||=
        before?.fire !== next.fire ||
        before?.look !== next.look ||
        before?.tool !== next.tool ||
        before?.evacuation !== next.evacuation ||
        before?.language !== next.language;
      const showsWater = next.on && next.look.showsHydrants;
      hydrants.show = showsWater;
      flows.show = showsWater;
      signs.show = next.on;
      names.show = next.on;
    },
    build() {
      if (isDue) lay();
    },
    again() {
      isDue = true;
    },
    stop() {
      if (scene.isDestroyed()) return;
      for (const one of [hydrants, flows, signs, names]) scene.primitives.remove(one);
    },
  };
}

/** The nearest ones that the standard with the greatest need draws from; where none is solved, the nearest six. */
function drawnHydrants(water: WaterAtBuilding | undefined): ReadonlySet<unknown> {
  if (!water) return new Set();
  const drawn = Math.max(0, ...water.needs.map((need) => need.drawn)) || MOST_NAMED;
  return new Set([...water.hydrants].sort((a, b) => a.distanceM - b.distanceM).slice(0, drawn));
}

/** The nearest whose flow is known, else the nearest two: more words would lie on each other. */
function namedHydrants(hydrants: WaterAtBuilding['hydrants']): WaterAtBuilding['hydrants'] {
  const byDistance = [...hydrants].sort((a, b) => a.distanceM - b.distanceM);
  const known = byDistance.filter(({ flowM3s }) => Number.isFinite(flowM3s));
  return known.length > 0 ? known.slice(0, MOST_NAMED) : byDistance.slice(0, 2);
}

const isCovering = ({ look }: FireView) =>
  look.buildings === 'first-engine' || look.buildings === 'full-alarm';

const stationSigns = ({ stations }: CoverFrame, language: Language): Sign[] =>
  stations.map(({ id, name, at, engines, isAdded, isClosed }) => ({
    kind: isAdded ? 'standby' : 'station',
    text: `${name} · ${engines} ${words.engines[language]}`,
    isDim: isClosed,
    ...{ id, at },
  }));

function evacuationSigns({ shelters, needHelp }: EvacuationResult, language: Language): Sign[] {
  return [
    ...shelters.map(({ id, name, at, capacity, assigned }) => ({
      kind: 'shelter' as const,
      text: `${name} · ${assigned} ${words.of[language]} ${capacity}`,
      isDim: assigned >= capacity,
      ...{ id, at },
    })),
    ...needHelp.map(({ id, name, at, people }) => ({
      kind: 'site' as const,
      text: `${name} · ${people}`,
      isDim: false,
      ...{ id, at },
    })),
  ];
}

const isHere = ({ arriveS, leaveS }: FireScenario['engines'][number], timeS: number) =>
  timeS >= arriveS && (leaveS === undefined || timeS < leaveS);

const engineSigns = ({ engines }: FireScenario, timeS: number): Sign[] =>
  engines.map((engine) => ({
    kind: 'engine',
    text: `${engine.name} · ${engine.flowLs} L/s`,
    isDim: !isHere(engine, timeS),
    id: engine.id,
    at: engine.at,
  }));

/** Which engines are there now, as one word. */
const enginesHere = (fire: FireScenario | undefined, timeS: number) =>
  (fire?.engines ?? []).map((engine) => Number(isHere(engine, timeS))).join('');
