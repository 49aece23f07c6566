import type { Layer, Stage } from '#scene/layer.ts';
import { selectLayer } from '#store/layers.ts';
import type { AppState } from '#store/store.ts';
import { FIRE } from './contract.ts';
import { createFirePicture, type FirePicture } from './layer/fire-picture.ts';
import type { FireView } from './layer/view.ts';
import { fireOf, isPlaying, shownFireOf } from './state/clock.ts';
import { selectFire } from './state.ts';

const selectRow = selectLayer(FIRE);

/** Smoke, flames, zones, ways and water of the shown fire, and what a person points at. */
export function createLayer(): Layer<FireView> {
  let picture: FirePicture | undefined;

  return {
    id: FIRE,

    select: (state: AppState) => {
      const { on, opacity } = selectRow(state);
      const { theme, language } = state.preferences;
      const { look, tool, pointing, releases, evacuation } = selectFire(state);
      return {
        ...{ on, opacity, theme, language, look, tool, pointing },
        fire: shownFireOf(state),
        compared: fireOf(state, selectFire(state).compared),
        release: releases.releases.find(({ id }) => id === releases.shown),
        evacuation: evacuation.request,
        selection: state.selection,
        isPlaying: isPlaying(state),
        heightM: state.city?.manifest.heightM,
      };
    },

    attach(stage: Stage) {
      picture = createFirePicture(stage);
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
