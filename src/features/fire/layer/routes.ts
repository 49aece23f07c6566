// The ways of engines to the fire, and of people out of the zone: how many by width, which way by arrow heads.

import { Cartesian3, LabelCollection, type PrimitiveCollection } from 'cesium';
import { clockText } from '#model/span.ts';
import { FireLines, type GroundLine } from '#scene/fire-lines.ts';
import type { Stage } from '#scene/layer.ts';
import type { EvacuationResult } from '../contract/evacuation.ts';
import type { Dispatch } from '../contract/response.ts';
import type { PlaceDeg } from '../contract.ts';
import { toRgba } from './colour.ts';
import { boundsOf, type FireGround } from './ground.ts';
import { addLabel } from './labels.ts';
import type { FireView } from './view.ts';

export interface RoutesPicture {
  takeDispatch(dispatch: Dispatch | undefined): void;
  takeEvacuation(result: EvacuationResult | undefined): void;
  show(view: FireView): void;
  build(): void;
  again(): void;
  stop(): void;
}

/** By role; the first engine is the one that a commander looks for. */
const engineColours = {
  first: '#ff3b30',
  second: '#ff7a59',
  full: '#ffab91',
  more: '#d8b4a8',
} as const;
const OUT = '#3fb6ff';
const QUEUE = '#d81b8c';
/** People along a street that make it as wide as it gets. */
const MOST_PEOPLE = 3000;
/** Queues shorter than this are the ordinary wait at a crossing. */
const LEAST_QUEUE_M = 60;

/** `words`: what is drawn above all else of fire. */
export function createRoutes(
  stage: Stage,
  ground: FireGround,
  words: PrimitiveCollection,
): RoutesPicture {
  const { scene } = stage;
  const out = scene.primitives.add(new FireLines(scene)) as FireLines;
  const engines = scene.primitives.add(new FireLines(scene)) as FireLines;
  const labels = words.add(new LabelCollection({ scene })) as LabelCollection;
  let dispatch: Dispatch | undefined;
  let evacuation: EvacuationResult | undefined;
  let view: FireView | undefined;
  let isDue = false;

  function lay(): void {
    isDue = false;
    const language = view?.language ?? 'en';
    const isLeft = view?.evacuation !== undefined;
    layLines(engines, dispatch ? engineLines(dispatch) : []);
    layLines(out, evacuation && isLeft ? evacuationLines(evacuation) : []);
    labels.removeAll();
    for (const { engines, place } of namedWays(dispatch)) {
      const [first] = engines;
      const more = engines.length > 1 ? ` +${engines.length - 1}` : '';
      addLabel(labels, {
        text: `${first.name}${more} · ${clockText(first.arriveS)[language]}`,
        position: Cartesian3.fromDegrees(...place, ground.heightOf(place) + 1),
        colour: first.role === 'first' ? '#ffb3ad' : '#ffd9cf',
        goneM: 9000,
      });
    }
  }

  function layLines(to: FireLines, lines: readonly GroundLine[]): void {
    const bounds = boundsOf(lines.flatMap(({ places }) => places));
    if (bounds) to.set(lines, ground.aboutOf(bounds));
    else to.set([], () => [0, 0]);
  }

  return {
    takeDispatch(next) {
      dispatch = next;
      isDue = true;
    },
    takeEvacuation(next) {
      evacuation = next;
      isDue = true;
    },
    show(next) {
      isDue ||= view?.evacuation !== next.evacuation || view?.language !== next.language;
      view = next;
      const isOn = next.on && next.look.showsRoutes;
      for (const one of [out, engines]) {
        one.show = isOn;
        one.opacity = next.opacity;
      }
      labels.show = isOn;
    },
    build() {
      if (isDue) lay();
    },
    again() {
      isDue = true;
    },
    stop() {
      if (scene.isDestroyed()) return;
      for (const one of [out, engines]) scene.primitives.remove(one);
    },
  };
}

type Engine = Dispatch['engines'][number];

interface NamedWay {
  readonly place: PlaceDeg;
  /** The first to come leads. */
  readonly engines: readonly [Engine, ...Engine[]];
}

/** One name a way: engines of one station drive the same streets, and their names would lie on each other. */
function namedWays(dispatch: Dispatch | undefined): NamedWay[] {
  const ways = new Map<string, NamedWay>();
  const named = (dispatch?.engines ?? []).filter(({ role }) => role !== 'more');
  for (const engine of [...named].sort((a, b) => a.arriveS - b.arriveS)) {
    const place = engine.line[Math.floor(engine.line.length / 2)];
    if (!place) continue;
    const key = place.join();
    const before = ways.get(key);
    ways.set(key, { place, engines: before ? [...before.engines, engine] : [engine] });
  }
  return [...ways.values()];
}

/** The last to come lies undermost. */
function engineLines({ engines }: Dispatch): GroundLine[] {
  return [...engines]
    .reverse()
    .filter(({ line }) => line.length > 1)
    .map(({ line, role }) => ({
      places: line,
      colour: toRgba(engineColours[role], role === 'more' ? 0.6 : 0.96),
      width: role === 'first' ? 7 : role === 'second' ? 5.5 : 4.5,
      pattern: 'chevrons',
      casing: 1.6,
      casingAlpha: 0.75,
    }));
}

function evacuationLines({ routes }: EvacuationResult): GroundLine[] {
  return [...routes]
    .sort((a, b) => a.people - b.people)
    .filter(({ line, people }) => line.length > 1 && people >= 1)
    .map(({ line, people, queueM }) => ({
      places: line,
      colour: toRgba(queueM >= LEAST_QUEUE_M ? QUEUE : OUT, 0.92),
      width: 3 + 9 * Math.sqrt(Math.min(1, people / MOST_PEOPLE)),
      pattern: 'chevrons',
      casing: 1.2,
      casingAlpha: 0.6,
    }));
}
