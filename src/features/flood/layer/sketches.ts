// The parts of a scenario and the gauges on the globe: drawn where a person put them, named, and to be clicked.

import {
  Cartesian2,
  Cartesian3,
  Cartographic,
  Color,
  HorizontalOrigin,
  LabelCollection,
  LabelStyle,
  NearFarScalar,
  PointPrimitiveCollection,
  PrimitiveCollection,
  VerticalOrigin,
} from 'cesium';
import { drape } from '#scene/drape.ts';
import type { Stage } from '#scene/layer.ts';
import { sketchLine, sketchWall } from '#scene/sketch-lines.ts';
import type { Preferences } from '#store/preferences.ts';
import type { Selected } from '#store/selection.ts';
import type { FloodScenario, PlaceDeg } from '../contract.ts';
import type { DrawnKind } from '../state/initial.ts';
import { partsOf } from '../state/parts.ts';
import { type FloodThing, thingOf } from '../state/selected.ts';
import type { FloodGauge } from '../state.ts';
import { ACCENT, outlineOf, sketchLooks } from './sketch-looks.ts';

/** What `scene.pick` finds on a part. */
export class PickedSketch {
  readonly thing: FloodThing;
  constructor(thing: FloodThing) {
    this.thing = thing;
  }
}

export interface SketchView {
  /** What the shown run computes, and what is edited: a part of both is drawn once. */
  readonly scenario: FloodScenario | undefined;
  readonly draft: FloodScenario | undefined;
  readonly gauges: readonly FloodGauge[];
  readonly selection: readonly Selected[];
  readonly theme: Preferences['theme'];
  readonly on: boolean;
}

export interface Sketches {
  show(view: SketchView): void;
  stop(): void;
}

interface Sketch {
  readonly thing: FloodThing & { readonly id: string };
  readonly kind: DrawnKind;
  readonly name: string;
  readonly places: readonly PlaceDeg[];
  /** Of a barrier above the ground, m. */
  readonly heightM?: number;
}

const LIFT_M = 0.6;
/** A label with its frame, and how near parts lie whose labels would cover each other. */
const LABEL_PX = 26;
const CROWDED_M = 200;
const FONT = '600 13px system-ui, "Noto Sans SC", sans-serif';
/** Ground comes in finer and finer: lines are laid on it anew this long after the last change, ms. */
const SETTLED_MS = 300;

/** `heightOf`: of the water or the ground above the ellipsoid, m. */
export function createSketches(
  stage: Stage,
  heightOf: (place: PlaceDeg) => number | undefined,
): Sketches {
  const { scene } = stage;
  const group = scene.primitives.add(new PrimitiveCollection()) as PrimitiveCollection;
  let view: SketchView | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const forget = scene.globe.tileLoadProgressEvent.addEventListener((left: number) => {
    if (left > 0 || group.length === 0) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (scene.isDestroyed()) return;
      build();
      stage.requestRender();
    }, SETTLED_MS);
  });

  function build(): void {
    group.removeAll();
    if (!view?.on) return;
    const { gauges, selection } = view;
    const sketches = [...partSketches(view), ...gauges.map(gaugeSketch)];
    if (sketches.length === 0) return;
    const chosen = new Set(
      selection.flatMap((one) => {
        const thing = thingOf(one);
        return thing && 'id' in thing ? [`${thing.kind} ${thing.id}`] : [];
      }),
    );
    const points = group.add(new PointPrimitiveCollection()) as PointPrimitiveCollection;
    const labels = group.add(new LabelCollection({ scene })) as LabelCollection;
    for (const sketch of sketches) {
      const isChosen = chosen.has(`${sketch.thing.kind} ${sketch.thing.id}`);
      draw(sketch, isChosen, points, labels);
    }
  }

  function draw(
    sketch: Sketch,
    isChosen: boolean,
    points: PointPrimitiveCollection,
    labels: LabelCollection,
  ): void {
    const positions = drape(scene, sketch.places, LIFT_M, heightOf);
    const [first] = positions;
    if (!first) return;
    const look = sketchLooks[sketch.kind];
    const id = new PickedSketch(sketch.thing);
    const colour = isChosen ? ACCENT : look.colour;
    const width = isChosen ? look.width + 3 : look.width;
    if (positions.length > 1) {
      group.add(sketchLine(positions, { ...look, colour, width }, id));
      if (sketch.heightM) group.add(wallOf(positions, sketch.heightM, colour, id));
    }
    const dots = positions.length === 1 || look.stroke === 'arrow' ? [first] : [];
    for (const position of dots) {
      points.add({
        position,
        id,
        pixelSize: isChosen ? 15 : 11,
        color: Color.fromCssColorString(colour),
        outlineColor: Color.fromCssColorString('#0b1118').withAlpha(0.8),
        outlineWidth: 2,
        disableDepthTestDistance: Number.POSITIVE_INFINITY,
      });
    }
    const middle = positions[Math.floor(positions.length / 2)] ?? first;
    addLabel(labels, sketch.name, middle, colour, id);
  }

  return {
    show(next) {
      const before = view;
      view = next;
      const isSame =
        before &&
        before.scenario === next.scenario &&
        before.draft === next.draft &&
        before.gauges === next.gauges &&
        before.selection === next.selection &&
        before.on === next.on;
      if (!isSame) build();
    },
    stop() {
      forget();
      clearTimeout(timer);
      if (!scene.isDestroyed()) scene.primitives.remove(group);
    },
  };
}

function partSketches({ scenario, draft }: SketchView): Sketch[] {
  const running = scenario ? partsOf(scenario) : [];
  const known = new Set(running.map(({ id }) => id));
  const edited = draft ? partsOf(draft).filter(({ id }) => !known.has(id)) : [];
  return [...running, ...edited].map((part) => ({
    thing: { kind: 'part', id: part.id },
    kind: part.kind,
    name: part.name,
    places: outlineOf(part),
    ...(part.kind === 'barrier' && part.heightM !== undefined && { heightM: part.heightM }),
  }));
}

const gaugeSketch = ({ id, name, line }: FloodGauge): Sketch => ({
  thing: { kind: 'gauge', id },
  kind: 'gauge',
  name,
  places: line,
});

function wallOf(positions: readonly Cartesian3[], heightM: number, colour: string, id: unknown) {
  const feet = positions.map((one) => Cartographic.fromCartesian(one).height - LIFT_M);
  const tops = feet.map((one) => one + Math.max(1, heightM));
  return sketchWall(positions, feet, tops, colour, id);
}

/** Labels that would lie under one at this place: it is put above them. */
function neighboursOf(labels: LabelCollection, position: Cartesian3): number {
  let count = 0;
  for (let at = 0; at < labels.length; at++) {
    if (Cartesian3.distance(labels.get(at).position, position) < CROWDED_M) count++;
  }
  return count;
}

function addLabel(
  labels: LabelCollection,
  text: string,
  position: Cartesian3,
  colour: string,
  id: unknown,
): void {
  labels.add({
    text,
    position,
    id,
    font: FONT,
    style: LabelStyle.FILL,
    fillColor: Color.fromCssColorString(colour),
    showBackground: true,
    backgroundColor: Color.fromCssColorString('#0b1118').withAlpha(0.82),
    backgroundPadding: new Cartesian2(7, 4),
    pixelOffset: new Cartesian2(0, -14 - LABEL_PX * neighboursOf(labels, position)),
    horizontalOrigin: HorizontalOrigin.CENTER,
    verticalOrigin: VerticalOrigin.BOTTOM,
    disableDepthTestDistance: Number.POSITIVE_INFINITY,
    scaleByDistance: new NearFarScalar(2500, 1, 9000, 0.7),
    translucencyByDistance: new NearFarScalar(9000, 1, 16_000, 0),
  });
}
