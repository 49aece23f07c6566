// Everything of the networks on one scene.

import type { PlaceDeg } from '#model/place-deg.ts';
import type { Stage } from '#scene/layer.ts';
import { PipePrimitive, plainTable } from '#scene/pipe-primitive.ts';
import type { PickedPipe } from '#scene/pipe-tile.ts';
import type { Preferences } from '#store/preferences.ts';
import type { Selected } from '#store/selection.ts';
import type { PipeShapes } from '../contract/shapes.ts';
import type { PipesLook, PipeTable } from '../contract.ts';
import { toElement, toKey } from '../kernel/index-space.ts';
import { paletteRows, toUnit, utilities } from '../kernel/palettes.ts';
import { unpackId } from '../kernel/shapes/pack-ids.ts';
import type { PipesDrawing, PipesState } from '../state/initial.ts';
import { moveOf } from '../state/place.ts';
import { pipesSlice } from '../state.ts';
import { createDrawn } from './drawn.ts';
import { keepFlowing } from './flow-frames.ts';
import { createPlacingRing, type PlacingView } from './placing.ts';
import { createTrench } from './trench.ts';
import { createUnderground } from './underground.ts';

/** What is shown of them. */
export interface PipesView
  extends Pick<PipesState, 'placing' | 'moves' | 'networks' | 'sectionPoint'> {
  readonly on: boolean;
  readonly opacity: number;
  readonly theme: Preferences['theme'];
  readonly selection: readonly Selected[];
  readonly look: PipesLook;
  /** What a hand is drawing. */
  readonly drawing: PipesDrawing | undefined;
  /** Of the section that is shown; empty where none was drawn. */
  readonly line: readonly PlaceDeg[];
}

export interface PipesPicture {
  setShapes(shapes: PipeShapes): void;
  paint(table: PipeTable): void;
  /** Whether the picture would look different with this table. */
  wouldChange(table: PipeTable): boolean;
  show(view: PipesView): void;
  identify(picked: PickedPipe): Selected | undefined;
  stop(): void;
}

/** By theme: what is selected, what pipes pale into below the ground, what parts them from each other. */
const themes = {
  dark: { accent: 0xff9d2e, ground: 0x141b23, contour: 0x05080c, share: 0.78 },
  light: { accent: 0xf07800, ground: 0xe6ebee, contour: 0x27323c, share: 0.84 },
} as const;

const BESIDE_TRENCH = 0.45;

export function createPipesPicture(stage: Stage): PipesPicture {
  const { scene } = stage;
  const pipes = scene.primitives.add(new PipePrimitive(scene)) as PipePrimitive;
  const underground = createUnderground(scene);
  const trench = createTrench(scene);
  const stopFlowing = keepFlowing(stage, pipes);
  const drawn = createDrawn(stage);
  const placingRing = createPlacingRing(stage);
  let shapes: PipeShapes | undefined;
  let hidden: readonly string[] = [];
  let hasHeat = false;
  let view: PipesView | undefined;

  function hideNetworks(): void {
    const ranges = (shapes?.networks ?? [])
      .filter(({ network }) => hidden.includes(network))
      .map(({ base, links, nodes, valves }) => [base, base + links + nodes + valves] as const);
    pipes.hide(ranges);
  }

  function show(next: PipesView): void {
    const { on, opacity, theme, selection, look, drawing, line, sectionPoint } = next;
    const { accent, ground, contour, share } = themes[theme];
    const isTrench = look.underground === 'trench';
    pipes.show = on && opacity > 0;
    pipes.opacity = opacity;
    pipes.isColoured = hasHeat || look.colouring !== 'none';
    pipes.showsFlow = look.showFlow;
    pipes.showsNodes = look.showNodes;
    pipes.showsValves = look.showValves;
    pipes.setColours({
      palette: paletteRows(look.palette),
      accent: toUnit(accent),
      ground: toUnit(ground),
      contour: toUnit(contour),
    });
    const own = selection.filter(({ feature }) => feature === pipesSlice.id);
    pipes.select(own.map(({ index }) => index));
    hidden = look.hidden;
    hideNetworks();
    drawn.show(on ? drawing : undefined, on ? line : undefined, on ? sectionPoint : undefined);
    placingRing.show(on && !drawing ? placingOf(next) : undefined, theme);
    underground.show(on ? look.underground : 'off');
    trench.wear(theme);
    trench.dig(on && isTrench ? shapes : undefined, own.at(-1)?.index);
    // Beside a trench the rest of the networks is only hinted at; without one it is all there is to see.
    if (look.underground === 'xray' || (isTrench && !trench.isOpen)) pipes.xray = share;
    else pipes.xray = isTrench ? BESIDE_TRENCH : 0;
  }

  return {
    setShapes(next) {
      shapes = next;
      const rows = next.networks.map(({ base, links, nodes, valves, utility }) => ({
        from: base,
        to: base + links + nodes + valves,
        row: utilities.indexOf(utility),
      }));
      pipes.setShapes(next.tiles, next.count, plainTable(next.count, rows));
      if (view) show(view);
    },

    /** A table for other shapes is one that crossed with them on the way: the right one follows. */
    paint({ bytes, count, ramp, hasHeat: isHeat = false }) {
      if (count !== pipes.count || count === 0) return;
      pipes.setTable(bytes, ramp);
      hasHeat = isHeat;
      if (view) pipes.isColoured = hasHeat || view.look.colouring !== 'none';
    },

    wouldChange: ({ bytes, ramp, hasHeat: isHeat = false }) =>
      pipes.show && (isHeat !== hasHeat || pipes.wouldChange(bytes, ramp)),

    show(next) {
      view = next;
      show(next);
    },

    identify({ owner, index }) {
      if (owner !== pipes || !shapes) return undefined;
      const base = shapes.networks.find(
        (one) => index >= one.base && index < one.base + one.links + one.nodes + one.valves,
      );
      if (!base) return undefined;
      const id = toKey(base.network, toElement(base, index).kind, unpackId(shapes.ids, index));
      return { feature: pipesSlice.id, index, id };
    },

    stop() {
      stopFlowing();
      drawn.stop();
      placingRing.stop();
      underground.stop();
      trench.stop();
      if (!scene.isDestroyed()) scene.primitives.remove(pipes);
    },
  };
}

function placingOf({ placing, moves, networks }: PipesView): PlacingView | undefined {
  const network = placing?.network ?? '';
  const middle = networks.find((one) => one.network === network)?.middle;
  const move = moveOf({ moves, networks }, network);
  return middle && move && { network, move, middle };
}
