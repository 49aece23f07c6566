// Section planes and box on the globe: a frame and an arrow for each plane, the box's edges and an arrow for each
// of its sides. They are drawn over everything, and an arrow is dragged along its own direction.

import type { Primitive } from 'cesium';
import type { Stage } from '#scene/layer.ts';
import { drawLines, type LineStyle, moveLines } from '#scene/placing-lines.ts';
import type { Preferences } from '#store/preferences.ts';
import { BIM_SECTION_GESTURE, type SectionGesture } from '../contract/section.ts';
import type { SectionBox } from '../contract.ts';
import {
  moveHandle,
  type Section,
  type SectionHandle,
  sectionHandles,
} from '../kernel/section-handles.ts';
import { linkSectionDrag } from './section-drag.ts';
import { ARROW, boxMatrix, CUBE, handleMatrix, SQUARE, squareMatrix } from './section-lines.ts';

export interface SectionView {
  /** Model's frame → Earth-centred, column-major. */
  readonly matrix: Float64Array;
  readonly bounds: SectionBox;
  readonly section: Section;
}

export interface SectionHandles {
  /** Shows the handles of a section; nothing without one. */
  update(view: SectionView | undefined, theme: Preferences['theme']): void;
  remove(): void;
}

const colours = { dark: '#4cc9e8', light: '#00708f' } as const;

/** Arrows are this share of the model's diagonal long, at least so many metres. */
const ARROW_SHARE = 0.07;
const SHORTEST_M = 0.6;

interface Drawn {
  readonly kinds: string;
  readonly theme: Preferences['theme'];
  readonly frames: readonly Primitive[];
  readonly arrows: readonly Primitive[];
  readonly box: Primitive | undefined;
}

export function createSectionHandles(stage: Stage): SectionHandles {
  const { scene, frames } = stage;
  let view: SectionView | undefined;
  let handles: readonly SectionHandle[] = [];
  let drawn: Drawn | undefined;

  const lengthOf = ({ leastM, greatestM }: SectionBox) =>
    Math.max(
      SHORTEST_M,
      ARROW_SHARE * Math.hypot(...greatestM.map((high, axis) => high - leastM[axis]!)),
    );

  const drag = linkSectionDrag(
    scene,
    () => view && { matrix: view.matrix, handles, reachM: lengthOf(view.bounds) },
    (id, distanceM) => {
      if (!view) return;
      const section = moveHandle(view.section, id, distanceM, view.bounds);
      frames.publish(BIM_SECTION_GESTURE, section satisfies SectionGesture);
    },
  );

  function clear(): void {
    if (!drawn) return;
    for (const one of primitivesOf(drawn)) scene.primitives.remove(one);
    drawn = undefined;
  }

  return {
    update(next, theme) {
      view = next;
      handles = next ? sectionHandles(next.section, next.bounds) : [];
      const kinds = handles.map(({ id }) => id.kind).join();
      if (drawn && (drawn.kinds !== kinds || drawn.theme !== theme)) clear();
      if (!next || handles.length === 0) return;
      if (!drawn) {
        drawn = draw(handles, kinds, theme);
        for (const one of primitivesOf(drawn)) scene.primitives.add(one);
      }
      const { matrix, bounds, section } = next;
      for (const [at, handle] of handles.entries()) {
        moveLines(drawn.arrows[at]!, handleMatrix(matrix, handle, lengthOf(bounds)));
        const frame = drawn.frames[at];
        if (frame) moveLines(frame, squareMatrix(matrix, handle));
      }
      if (drawn.box && section.box) moveLines(drawn.box, boxMatrix(matrix, section.box));
    },
    remove() {
      drag.remove();
      clear();
    },
  };
}

/** Planes come before the sides of the box, so that a plane's frame has the place of its handle. */
function draw(
  handles: readonly SectionHandle[],
  kinds: string,
  theme: Preferences['theme'],
): Drawn {
  const at = new Float64Array([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]);
  const colour = colours[theme];
  const edge: LineStyle = { colour, opacity: 0.9, width: 1.5 };
  const arrow: LineStyle = { colour, opacity: 1, width: 4 };
  const planes = handles.filter(({ id }) => id.kind === 'plane');
  return {
    kinds,
    theme,
    frames: planes.map(() => drawLines(SQUARE, edge, at)),
    arrows: handles.map(() => drawLines(ARROW, arrow, at)),
    box: planes.length < handles.length ? drawLines(CUBE, edge, at) : undefined,
  };
}

const primitivesOf = ({ frames, arrows, box }: Drawn): readonly Primitive[] => [
  ...frames,
  ...(box ? [box] : []),
  ...arrows,
];
