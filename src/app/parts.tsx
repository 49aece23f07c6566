import { createContext, type ReactNode, useContext } from 'react';
import type { StoreApi } from 'zustand';
import type { Feature } from '#features/feature.ts';
import type { Geodetic } from '#model/position.ts';
import type { GlobeHandle } from '#scene/bridge.ts';
import type { Frames } from '#scene/frames.ts';
import type { AppStore } from '#store/store.ts';
import type { Importer } from './dropping/importer.ts';
import type { Opener } from './opening/opener.ts';

/** What main.tsx puts together once and the workbench works with. */
export interface AppParts {
  readonly store: AppStore;
  readonly frames: Frames;
  readonly features: readonly Feature[];
  readonly opener: Opener;
  readonly importer: Importer;
  /** Where the pointer is over the ground: apart from the store, since it changes with every frame. */
  readonly pointer: StoreApi<Geodetic | undefined>;
  /** The globe once it stands. */
  readonly globe: StoreApi<{ readonly handle: GlobeHandle | undefined }>;
}

const PartsContext = createContext<AppParts | undefined>(undefined);

export function PartsProvider({ parts, children }: { parts: AppParts; children: ReactNode }) {
  return <PartsContext value={parts}>{children}</PartsContext>;
}

export function useParts(): AppParts {
  const parts = useContext(PartsContext);
  if (!parts) throw new Error('useParts needs a PartsProvider above it.');
  return parts;
}
