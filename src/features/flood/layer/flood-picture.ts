// Everything of a flood on one scene.

import type { Language } from '#model/text.ts';
import { groundAt } from '#scene/drape.ts';
import { createDrawTool } from '#scene/draw-tool.ts';
import { PickedFlood } from '#scene/flood-surface.ts';
import type { Stage } from '#scene/layer.ts';
import type { Preferences } from '#store/preferences.ts';
import type { Selected } from '#store/selection.ts';
import { FLOOD_GESTURE } from '../contract/gesture.ts';
import { FLOOD_BADGES, FLOOD_ROADS, type FloodBadge, type FloodRoads } from '../contract/impact.ts';
import {
  FLOOD,
  FLOOD_FRAME,
  FLOOD_MAP,
  FLOOD_PLACE,
  type FloodLook,
  type FloodScenario,
  type PlaceDeg,
  second,
} from '../contract.ts';
import { toSelectedThing } from '../state/selected.ts';
import type { FloodDrawing, FloodGauge } from '../state.ts';
import { createBadges, PickedBadge } from './badges.ts';
import { createDivider } from './divider.ts';
import { createFloodWater, isMapColouring } from './flood-water.ts';
import { keepMoving } from './keep-moving.ts';
import { createRoads } from './roads.ts';
import { sketchLooks } from './sketch-looks.ts';
import { createSketches, PickedSketch } from './sketches.ts';
import { waterColours } from './water-colours.ts';
import { placeOnWater, surfaceHeightAt, watchPointer } from './water-pick.ts';

/** What is shown of it. */
export interface FloodView {
  readonly on: boolean;
  readonly opacity: number;
  readonly theme: Preferences['theme'];
  readonly language: Language;
  readonly look: FloodLook;
  /** Ids of the run that is shown and of the one beside it; '' none. */
  readonly shown: string;
  readonly compared: string;
  /** What the shown run computes. */
  readonly scenario: FloodScenario | undefined;
  /** What is edited. */
  readonly draft: FloodScenario | undefined;
  readonly drawing: FloodDrawing | undefined;
  readonly gauges: readonly FloodGauge[];
  readonly isRunning: boolean;
  readonly selection: readonly Selected[];
}

export interface FloodPicture {
  show(view: FloodView): void;
  identify(picked: unknown): Selected | undefined;
  stop(): void;
}

const PROBLEM = { path: FLOOD, code: 'flood-undrawn' } as const;
const channels = [FLOOD_PLACE, FLOOD_FRAME, FLOOD_MAP];
const own = new Set([
  ...channels.flatMap((channel) => [channel, second(channel)]),
  ...[FLOOD_ROADS, FLOOD_BADGES],
]);

export function createFloodPicture(stage: Stage): FloodPicture {
  const { scene, frames } = stage;
  const first = createFloodWater(stage, (channel) => channel);
  const other = createFloodWater(stage, second);
  const waters = [first, other];
  const surfaces = waters.map(({ surface }) => surface);
  const pointer = watchPointer(scene);
  const heightOf = (place: PlaceDeg) =>
    surfaceHeightAt(first.surface, place) ?? groundAt(scene, place);
  const sketches = createSketches(stage, heightOf);
  const tool = createDrawTool(stage, (gesture) => frames.publish(FLOOD_GESTURE, gesture));
  const divider = createDivider(stage);
  const badges = createBadges(stage, heightOf);
  const roads = createRoads(stage, heightOf);
  let view: FloodView | undefined;
  let shownRoads: FloodRoads | undefined;
  let shownBadges: readonly FloodBadge[] | undefined;
  let wasOn = false;
  let hasFailed = false;
  const stopMoving = keepMoving(stage, surfaces, () => view?.isRunning ?? false);
  const forget = [
    scene.preUpdate.addEventListener(() => {
      try {
        for (const water of waters) water.takeFrames();
        showConsequences();
        if (hasFailed) stage.clearProblem(PROBLEM);
        hasFailed = false;
      } catch (error) {
        // What was drawn last stays; an error that left here would stop the globe.
        hasFailed = true;
        const reason = error instanceof Error ? error.message : String(error);
        const text = { en: `This water can't be drawn: ${reason}`, zh: `无法绘制洪水：${reason}` };
        stage.reportProblem({ ...PROBLEM, text });
      }
    }),
    // The sun's layer changes the light between two pictures.
    scene.preRender.addEventListener(wear),
    frames.subscribe((channel) => {
      if (own.has(channel)) stage.requestRender();
    }),
  ];

  function showConsequences(): void {
    const isOn = (view?.on && view.look.showsConsequences && view.shown !== '') ?? false;
    const isOwn = (run: string | undefined) => isOn && run === view?.shown;
    const known = frames.peek<FloodRoads>(FLOOD_ROADS);
    if (known !== shownRoads || isOn !== wasOn)
      roads.show(isOwn(known?.run) ? known : undefined, isOn);
    const signs = frames.peek<readonly FloodBadge[]>(FLOOD_BADGES);
    if (signs !== shownBadges || isOn !== wasOn) badges.show(signs ?? [], isOn);
    [shownRoads, shownBadges, wasOn] = [known, signs, isOn];
  }

  function wear(): void {
    const colours = waterColours(view?.theme ?? 'dark', scene);
    for (const { surface } of waters) surface.setColours(colours);
  }

  return {
    show(next) {
      view = next;
      const { on, opacity, look, shown, compared } = next;
      const isSplit = compared !== '' && look.colouring !== 'difference';
      const isShown = on && (look.showsWater || isMapColouring(look.colouring));
      for (const water of waters) {
        water.paint(look);
        water.surface.opacity = opacity;
      }
      if (shown === '') first.clear();
      if (compared === '') other.clear();
      first.surface.show = isShown && shown !== '';
      first.surface.side = isSplit ? -1 : 0;
      other.surface.show = isShown && isSplit;
      other.surface.side = 1;
      divider.show(isShown && isSplit, next.language);
      sketches.show(next);
      tool.show(on ? next.drawing : undefined, sketchLooks[next.drawing?.part ?? 'gauge']);
    },

    identify(picked) {
      const id = idOf(picked);
      if (id instanceof PickedSketch) return toSelectedThing(id.thing);
      if (id instanceof PickedBadge) {
        const { longitudeDeg, latitudeDeg } = id.badge;
        return toSelectedThing({ kind: 'place', place: [longitudeDeg, latitudeDeg] });
      }
      if (!(picked instanceof PickedFlood)) return undefined;
      const water = waters.find(({ surface }) => surface === picked.owner);
      const place = water && placeOnWater(scene, water.surface, pointer.at());
      return place && toSelectedThing({ kind: 'place', place });
    },

    stop() {
      stopMoving();
      pointer.stop();
      for (const stop of forget) stop();
      for (const one of [sketches, tool, divider, badges, roads]) one.stop();
      for (const water of waters) water.stop();
    },
  };
}

/** Primitives of Cesium's own are picked with the id that they were given. */
const idOf = (picked: unknown): unknown =>
  typeof picked === 'object' && picked !== null && 'id' in picked ? picked.id : undefined;
