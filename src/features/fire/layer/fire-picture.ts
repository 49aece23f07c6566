// Everything of fire on one scene.

import { PrimitiveCollection } from 'cesium';
import { createDrawTool } from '#scene/draw-tool.ts';
import { PickedAreas } from '#scene/fire-areas.ts';
import { PickedLines } from '#scene/fire-lines.ts';
import { PickedWindSign } from '#scene/fire-wind-sign.ts';
import type { Stage } from '#scene/layer.ts';
import type { Selected } from '#store/selection.ts';
import { type EvacuationResult, FIRE_EVACUATION } from '../contract/evacuation.ts';
import { FIRE_GESTURE } from '../contract/gesture.ts';
import {
  type CoverFrame,
  type Dispatch,
  FIRE_COVER,
  FIRE_DISPATCH,
  FIRE_HYDRANTS,
  type WaterAtBuilding,
} from '../contract/response.ts';
import { FIRE_RELEASE, FIRE_SMOKE, type SmokeFrame } from '../contract/smoke.ts';
import {
  type BurningPlaces,
  FIRE_MOMENT,
  FIRE_PLACES,
  FIRE_SPREAD,
  type FireMoment,
  type FireSpread,
  SECOND_ZONES,
} from '../contract/spread.ts';
import { FIRE_WILDLAND, type WildlandFrame } from '../contract/wildland.ts';
import { FIRE, type HazardZones, zoneOwners, zonesOf } from '../contract.ts';
import { toSelectedThing } from '../state/selected.ts';
import { createAir } from './air.ts';
import { createBurntGround } from './burnt-ground.ts';
import { createCover } from './cover.ts';
import { createFlames } from './flames.ts';
import { createGround } from './ground.ts';
import { keepBurning } from './keep-burning.ts';
import { createLatest } from './latest.ts';
import { PickedFireThing } from './picked.ts';
import { watchPointer } from './pointer-place.ts';
import { createRoutes } from './routes.ts';
import { createSigns } from './signs.ts';
import type { FireView } from './view.ts';
import { createWildland } from './wildland.ts';
import { createWind } from './wind.ts';
import { createZones } from './zones.ts';

export interface FirePicture {
  show(view: FireView): void;
  identify(picked: unknown): Selected | undefined;
  stop(): void;
}

const PROBLEM = { path: FIRE, code: 'fire-undrawn' } as const;
/** Rasters and zones are taken no more often than twice a second, ms. */
const HEAVY_MS = 450;
const zoneChannels = zoneOwners.map(zonesOf);
export const channels: readonly string[] = [
  ...[FIRE_SMOKE, FIRE_RELEASE, FIRE_WILDLAND, FIRE_MOMENT, FIRE_PLACES],
  ...[
    FIRE_SPREAD,
    SECOND_ZONES,
    FIRE_COVER,
    FIRE_DISPATCH,
    FIRE_HYDRANTS,
    FIRE_EVACUATION,
    ...zoneChannels,
  ],
];
const own = new Set(channels);
/** What burns so hot that smoke glows from below, MW. */
const GLOWING_MW = 60;

export function createFirePicture(stage: Stage): FirePicture {
  const { scene, frames } = stage;
  let view: FireView | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hasFailed = false;

  const ground = createGround(stage, () => relay());
  // On the scene last, so that neither smoke nor flames lie on them.
  const words = new PrimitiveCollection();
  const wildland = createWildland(stage, ground);
  const burnt = createBurntGround(stage, ground);
  const smoke = createAir(stage, ground, words);
  const release = createAir(stage, ground, words);
  const zones = createZones(stage, ground, words);
  const cover = createCover(stage, ground);
  const routes = createRoutes(stage, ground, words);
  const flames = createFlames(stage);
  const signs = createSigns(stage, ground);
  const wind = createWind(stage, ground);
  scene.primitives.add(words);
  const tool = createDrawTool(stage, (gesture) => frames.publish(FIRE_GESTURE, gesture));
  const pointer = watchPointer(scene);

  const news = {
    smoke: createLatest<SmokeFrame>(frames, FIRE_SMOKE, HEAVY_MS),
    release: createLatest<SmokeFrame>(frames, FIRE_RELEASE, HEAVY_MS),
    wildland: createLatest<WildlandFrame>(frames, FIRE_WILDLAND, HEAVY_MS),
    moment: createLatest<FireMoment>(frames, FIRE_MOMENT),
    places: createLatest<BurningPlaces>(frames, FIRE_PLACES),
    spread: createLatest<FireSpread>(frames, FIRE_SPREAD),
    second: createLatest<HazardZones>(frames, SECOND_ZONES),
    cover: createLatest<CoverFrame>(frames, FIRE_COVER),
    dispatch: createLatest<Dispatch>(frames, FIRE_DISPATCH),
    water: createLatest<WaterAtBuilding>(frames, FIRE_HYDRANTS),
    evacuation: createLatest<EvacuationResult>(frames, FIRE_EVACUATION),
  };
  const zoneNews = zoneOwners.map((owner) => ({
    owner,
    news: createLatest<HazardZones>(frames, zonesOf(owner), HEAVY_MS),
  }));

  function relay(): void {
    for (const one of [news.smoke, news.release, news.wildland]) one.again();
    for (const one of [zones, routes, signs, wind, cover, burnt]) one.again();
  }

  function takeFrames(): void {
    const moment = news.moment.next();
    const places = news.places.next();
    if (moment || places) flames.take(news.moment.frame, news.places.frame);
    const timeS = news.moment.frame?.timeS ?? 0;
    if (moment) for (const one of [signs, wind, burnt]) one.setTime(timeS);
    const spread = news.spread.next();
    if (spread) burnt.take(spread.frame);
    const second = news.second.next();
    if (second) zones.takeSecond(second.frame);
    const { spell } = wind;
    if (spell) flames.setWind(spell.fromRad + Math.PI, spell.speedMs);
    takeAir();
    const field = news.wildland.next();
    if (field) {
      wildland.take(field.frame);
      if (view) wildland.show(view);
    }
    for (const one of zoneNews) {
      const next = one.news.next();
      if (next) zones.take(one.owner, next.frame);
    }
    const covered = news.cover.next();
    if (covered) {
      cover.take(covered.frame);
      signs.takeCover(covered.frame);
    }
    const sent = news.dispatch.next();
    if (sent) routes.takeDispatch(sent.frame);
    const water = news.water.next();
    if (water) signs.takeWater(water.frame);
    const left = news.evacuation.next();
    if (left) {
      routes.takeEvacuation(left.frame);
      signs.takeEvacuation(left.frame);
    }
    for (const one of [zones, routes, signs, wind, burnt]) one.build();
    if (cover.build()) wakeLater(0);
  }

  function takeAir(): void {
    const heat = Math.min(1, (news.moment.frame?.heatTotalMW ?? 0) / GLOWING_MW);
    const before = news.smoke.frame?.of;
    const burnt = news.smoke.next();
    if (burnt) smoke.take(burnt.frame, Math.sqrt(heat));
    const let_ = news.release.next();
    if (let_) release.take(let_.frame, 0);
    if (before !== news.smoke.frame?.of || let_) showAir();
    smoke.setTime(news.moment.frame?.timeS ?? 0);
  }

  function showAir(): void {
    if (!view) return;
    const { on, fire } = view;
    smoke.show(view, on && fire !== undefined && news.smoke.frame?.of === fire.id);
    const of = view.release?.id;
    release.show(view, on && of !== undefined && news.release.frame?.of === of);
  }

  /** What came too soon after the last is asked for again. */
  function wakeLater(ms: number): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      if (!scene.isDestroyed()) stage.requestRender();
    }, ms);
  }

  const isMoving = () => (view?.isPlaying ?? false) && view?.on === true && !flames.isEmpty;
  let flickerS = 0;
  const stops = [
    keepBurning(stage, isMoving, (stepS) => {
      flickerS += stepS;
      flames.setTime(flickerS);
    }),
    scene.preUpdate.addEventListener(() => {
      try {
        takeFrames();
        if (hasFailed) stage.clearProblem(PROBLEM);
        hasFailed = false;
      } catch (error) {
        // What was drawn last stays; an error that left here would stop the globe.
        hasFailed = true;
        const reason = error instanceof Error ? error.message : String(error);
        const text = { en: `This fire can't be drawn: ${reason}`, zh: `无法绘制火灾：${reason}` };
        stage.reportProblem({ ...PROBLEM, text });
      }
    }),
    // The sun's layer changes the light between two pictures.
    scene.preRender.addEventListener(() => {
      for (const one of [smoke, release]) one.wear(view?.theme ?? 'dark');
      flames.wear();
    }),
    frames.subscribe((channel) => {
      if (!own.has(channel)) return;
      stage.requestRender();
      wakeLater(HEAVY_MS);
    }),
  ];

  return {
    show(next) {
      const before = view;
      view = next;
      if (next.heightM && next.heightM !== before?.heightM) ground.setFallback(...next.heightM);
      for (const one of [wildland, burnt, zones, cover, routes, flames, signs, wind])
        one.show(next);
      showAir();
      const look = { colour: '#ff7a45', stroke: 'dashed', width: 5 } as const;
      tool.show(next.on ? next.pointing : undefined, look);
    },

    identify(picked) {
      const id = idOf(picked);
      if (id instanceof PickedFireThing) return id.selected;
      if (picked instanceof PickedWindSign && view?.fire)
        return toSelectedThing({ kind: 'fire', id: view.fire.id });
      const isGround = picked instanceof PickedAreas || picked instanceof PickedLines;
      const place = isGround ? pointer.place() : undefined;
      return place && zones.zoneAt(place);
    },

    stop() {
      clearTimeout(timer);
      pointer.stop();
      for (const stop of stops) stop();
      for (const one of [tool, wind, signs, flames, routes, cover, zones]) one.stop();
      for (const one of [release, smoke, burnt, wildland, ground]) one.stop();
      if (!scene.isDestroyed()) scene.primitives.remove(words);
    },
  };
}

/** Primitives of Cesium's own are picked with the id that they were given. */
const idOf = (picked: unknown): unknown =>
  typeof picked === 'object' && picked !== null && 'id' in picked ? picked.id : undefined;
