import { defineSlice } from '#store/slice.ts';
import type { AppStore } from '#store/store.ts';
import { emptyHistory, type ViewHistory } from './view-history.ts';

/** What the globe says about itself. */
export interface SceneState {
  readonly history: ViewHistory;
  readonly memory: TileMemory;
}

/** Bytes that the tiles of all tilesets hold, and how many they may. */
export interface TileMemory {
  readonly usedBytes: number;
  readonly budgetBytes: number;
  /** True while detail is held back to keep within the budget. */
  readonly isHeldBack: boolean;
}

const MEBIBYTE = 1024 * 1024;

/** A quarter of what the browser says the device has, between 256 MiB and 2 GiB; 1 GiB where it won't say. */
export function defaultBudget(deviceMemoryGiB: number | undefined): number {
  const quarter = (deviceMemoryGiB ?? 4) * 256 * MEBIBYTE;
  return Math.min(2048 * MEBIBYTE, Math.max(256 * MEBIBYTE, quarter));
}

const deviceMemory = (): number | undefined =>
  typeof navigator === 'object' && 'deviceMemory' in navigator
    ? Number(navigator.deviceMemory)
    : undefined;

export const sceneSlice = defineSlice<SceneState>({
  id: 'scene',
  initial: {
    history: emptyHistory,
    memory: { usedBytes: 0, budgetBytes: defaultBudget(deviceMemory()), isHeldBack: false },
  },
});

export const setHistory = (store: AppStore, history: ViewHistory) =>
  sceneSlice.update(store, (scene) => (scene.history === history ? scene : { ...scene, history }));

/** Changes how many bytes the tiles may take, at least 16 MiB. */
export const setMemoryBudget = (store: AppStore, budgetBytes: number) =>
  sceneSlice.update(store, (scene) => ({
    ...scene,
    memory: { ...scene.memory, budgetBytes: Math.max(16 * MEBIBYTE, budgetBytes) },
  }));

export const reportMemory = (store: AppStore, usedBytes: number, isHeldBack: boolean) =>
  sceneSlice.update(store, (scene) =>
    scene.memory.usedBytes === usedBytes && scene.memory.isHeldBack === isHeldBack
      ? scene
      : { ...scene, memory: { ...scene.memory, usedBytes, isHeldBack } },
  );
