import type { PlaceDeg } from '#model/place-deg.ts';
import type { Layer, Stage } from '#scene/layer.ts';
import { PickedPipe } from '#scene/pipe-tile.ts';
import { selectLayer } from '#store/layers.ts';
import type { AppState } from '#store/store.ts';
import { SECTION_TOOL } from './contract/section.ts';
import { PIPE_SHAPES, type PipeShapes } from './contract/shapes.ts';
import { PIPE_TABLE, type PipeTable } from './contract.ts';
import { createPipesPicture, type PipesPicture, type PipesView } from './layer/pipes-picture.ts';
import { pipesSlice } from './state.ts';

const NO_LINE: readonly PlaceDeg[] = [];

const selectRow = selectLayer(pipesSlice.id);

/** Pipes and cables of all open networks, what stands on them, and how the ground gives way to them. */
export function createLayer(): Layer<PipesView> {
  let stage: Stage | undefined;
  let picture: PipesPicture | undefined;
  let forget: readonly (() => void)[] = [];

  /** Just before a picture, so that what came in between is shown once and at once. */
  function takeFrames(): void {
    if (!stage || !picture) return;
    const shapes = stage.frames.take<PipeShapes>(PIPE_SHAPES);
    if (shapes) showShapes(shapes);
    const table = stage.frames.take<PipeTable>(PIPE_TABLE);
    if (table) picture.paint(table);
  }

  function showShapes(shapes: PipeShapes): void {
    if (!stage || !picture) return;
    picture.setShapes(shapes);
    const table = stage.frames.peek<PipeTable>(PIPE_TABLE);
    if (table) picture.paint(table);
    stage.reportStatus({ kind: shapes.count > 0 ? 'ready' : 'idle' });
  }

  return {
    id: pipesSlice.id,

    select: (state: AppState) => {
      const { on, opacity } = selectRow(state);
      const { theme } = state.preferences;
      const { look, drawing, sectionLine, tool, ...pipes } = pipesSlice.select(state);
      const line = tool === SECTION_TOOL ? sectionLine : NO_LINE;
      const { placing, moves, networks, sectionPoint } = pipes;
      return {
        ...{ on, opacity, theme, selection: state.selection, look, drawing, line },
        ...{ placing, moves, networks, sectionPoint },
      };
    },

    attach(given) {
      stage = given;
      picture = createPipesPicture(given);
      const known = given.frames.peek<PipeShapes>(PIPE_SHAPES);
      if (known) showShapes(known);
      forget = [
        given.scene.preUpdate.addEventListener(takeFrames),
        given.frames.subscribe((channel) => {
          if (channel === PIPE_SHAPES) given.requestRender();
          const table = channel === PIPE_TABLE && given.frames.peek<PipeTable>(PIPE_TABLE);
          if (table && picture?.wouldChange(table)) given.requestRender();
        }),
      ];
    },

    update(next) {
      picture?.show(next);
    },

    pick: (picked) => (picked instanceof PickedPipe ? picture?.identify(picked) : undefined),

    detach() {
      for (const stop of forget) stop();
      picture?.stop();
      forget = [];
      picture = undefined;
      stage = undefined;
    },
  };
}
