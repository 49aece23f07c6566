import type { Layer, Stage } from '#scene/layer.ts';
import { selectLayer } from '#store/layers.ts';
import type { AppState } from '#store/store.ts';
import { FLOOD } from './contract.ts';
import { createFloodPicture, type FloodPicture, type FloodView } from './layer/flood-picture.ts';
import { selectFlood } from './state.ts';

const selectRow = selectLayer(FLOOD);

/** The water of the shown run and of the one beside it, what a person drew, and what the water reaches. */
export function createLayer(): Layer<FloodView> {
  let picture: FloodPicture | undefined;

  return {
    id: FLOOD,

    select: (state: AppState) => {
      const { on, opacity } = selectRow(state);
      const { theme, language } = state.preferences;
      const { look, shown, compared, drawing, scenarios, edited, runs, gauges, status } =
        selectFlood(state);
      const phase = status[shown]?.phase;
      return {
        ...{ on, opacity, theme, language, look, shown, compared, drawing, gauges },
        scenario: runs.find(({ id }) => id === shown)?.scenario,
        draft: scenarios.find(({ id }) => id === edited),
        isRunning: phase === 'running',
        selection: state.selection,
      };
    },

    attach(stage: Stage) {
      picture = createFloodPicture(stage);
      stage.reportStatus({ kind: 'ready' });
    },

    update(next) {
      picture?.show(next);
    },

    pick: (picked) => picture?.identify(picked),

    detach() {
      picture?.stop();
      picture = undefined;
    },
  };
}
