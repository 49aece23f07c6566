// What can be done with building models by key, menu or palette.

import type { Command } from '#store/command.ts';
import { select } from '#store/selection.ts';
import type { AppState, AppStore } from '#store/store.ts';
import { messages } from '../messages.ts';
import { bimSlice, changeLook, hideParts, selectBim, setTask, showEverything } from '../state.ts';
import { isChanged } from './is-changed.ts';
import { toggleIsolated } from './isolating.ts';
import { toSectionPlane } from './section-plane.ts';
import { idOfPart, partOfSelected } from './selected.ts';

const EXPLODED_M = 4;

const selectedParts = ({ selection }: AppState) =>
  selection.filter(({ feature }) => feature === bimSlice.id).map(partOfSelected);
const hasModels = (state: AppState) => selectBim(state).models.length > 0;
const hasSelected = (state: AppState) =>
  state.selection.some(({ feature }) => feature === bimSlice.id);
const lookOf = (state: AppState) => selectBim(state).look;

export const commands: readonly Command[] = [
  {
    id: 'bim.isolate',
    title: messages.isolateCommand,
    icon: 'isolate',
    shortcut: 'I',
    when: hasSelected,
    run: (store) => toggleIsolated(store, selectedParts(store.getState())),
  },
  {
    id: 'bim.hide',
    title: messages.hideCommand,
    icon: 'eye-off',
    shortcut: 'Shift+I',
    when: hasSelected,
    run: (store) => {
      hideParts(store, selectedParts(store.getState()));
      select(store, []);
    },
  },
  {
    id: 'bim.show-all',
    title: messages.showAllCommand,
    icon: 'eye',
    shortcut: 'Shift+E',
    when: (state) => isChanged(lookOf(state)),
    run: showEverything,
  },
  {
    id: 'bim.explode',
    title: messages.explodeCommand,
    icon: 'explode',
    shortcut: 'E',
    when: hasModels,
    run: (store) =>
      changeLook(store, { explodeM: lookOf(store.getState()).explodeM > 0 ? 0 : EXPLODED_M }),
  },
  {
    id: 'bim.cut',
    title: messages.cutCommand,
    icon: 'storey',
    shortcut: 'B',
    when: (state) => lookOf(state).cutStorey !== undefined || storeyOfSelected(state) !== undefined,
    run: toggleCut,
  },
  {
    id: 'bim.section',
    title: messages.sectionCommand,
    icon: 'section',
    shortcut: 'V',
    when: (state) =>
      lookOf(state).planes.length > 0 || selectBim(state).report.details?.boundsM !== undefined,
    run: toggleSection,
  },
  {
    id: 'bim.ghosts',
    title: messages.ghostCommand,
    icon: 'ghost',
    shortcut: 'G',
    when: hasModels,
    run: (store) => changeLook(store, { ghost: !lookOf(store.getState()).ghost }),
  },
  {
    id: 'bim.rooms',
    title: messages.roomsCommand,
    icon: 'room',
    shortcut: 'O',
    when: hasModels,
    run: (store) => changeLook(store, { showSpaces: !lookOf(store.getState()).showSpaces }),
  },
  {
    id: 'bim.close-look',
    title: messages.closeLookCommand,
    icon: 'close-look',
    shortcut: 'Z',
    when: hasSelected,
    run: (store) => {
      const [part] = selectedParts(store.getState());
      if (part !== undefined) setTask(store, { kind: 'close-look', part });
    },
  },
];

/** `<model>/<GlobalId>` of the storey that the one selected element is on. */
function storeyOfSelected(state: AppState): string | undefined {
  const { details } = selectBim(state).report;
  if (!details || details.storey === '') return undefined;
  const crumb = details.path.findLast(({ label }) => label === details.storey);
  return crumb ? idOfPart(crumb.key) : `${details.model}/${details.globalId}`;
}

function toggleCut(store: AppStore): void {
  const state = store.getState();
  const { cutStorey } = lookOf(state);
  changeLook(store, { cutStorey: cutStorey === undefined ? storeyOfSelected(state) : undefined });
}

/** Level through the middle of the selected element; once more, and no plane is left. */
function toggleSection(store: AppStore): void {
  const state = store.getState();
  const { details } = selectBim(state).report;
  if (lookOf(state).planes.length > 0) {
    changeLook(store, { planes: [] });
    return;
  }
  if (!details?.boundsM) return;
  const [[, , low = 0], [, , high = 0]] = details.boundsM;
  const atM = Math.round(((low + high) / 2) * 100) / 100;
  const planes = [toSectionPlane({ axis: 2, atM, isFlipped: false })];
  changeLook(store, { planes, sectionModel: details.model });
}
