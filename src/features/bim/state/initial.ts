// The state's types and what it begins with; apart from its slice, so that what the slice is made of can use them.

import type { StoredPlacement } from '#contract/bim-model.ts';
import type { ClashMark, ClashRules } from '../contract/clash.ts';
import type {
  BimLook,
  ElementDetails,
  Grouping,
  Legend,
  ModelSource,
  PartKey,
} from '../contract.ts';

export interface BimState {
  readonly look: BimLook;
  readonly models: readonly ModelSource[];
  readonly grouping: Grouping;
  readonly views: readonly SavedView[];
  /** What is being done with the pointer or on a page of its own. */
  readonly task: BimTask;
  /** Versions compared, clashes looked for. */
  readonly checks: ChecksState;
  readonly report: BimReport;
}

/** A look kept under a name, with the camera as a link has it. */
export interface SavedView {
  readonly name: string;
  readonly look: BimLook;
  readonly camera: string;
}

export type BimTask =
  | { readonly kind: 'none' }
  /** A model is being moved, turned and lifted; `draft` is what is shown. */
  | { readonly kind: 'placing'; readonly model: string; readonly draft: StoredPlacement }
  /** The close look: one part alone. */
  | { readonly kind: 'close-look'; readonly part: PartKey };

/** What the worker found out; never shared. */
export interface BimReport {
  readonly models: readonly ModelReport[];
  readonly legend: Legend | undefined;
  /** Elements that are seen, and all that have a mesh. */
  readonly shown: number | undefined;
  readonly total: number | undefined;
  readonly details: ElementDetails | undefined;
}

export interface ModelReport {
  readonly id: string;
  readonly state: 'loading' | 'ready' | 'failed';
  /** Why it could not be opened. */
  readonly reason?: string | undefined;
}

export interface ChecksState {
  /** The two open models to hold against each other; a new object asks anew. */
  readonly compared: { readonly before: string; readonly after: string } | undefined;
  readonly comparing: CheckProgress;
  /** What to look for; a new object begins a new run, undefined ends it. */
  readonly clashing: ClashRules | undefined;
  readonly clashProgress: CheckProgress;
  /** What a person noted, by the clash's id. */
  readonly marks: Readonly<Record<string, ClashMark>>;
}

export type CheckProgress =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly reason: string };

export const initialChecks: ChecksState = {
  compared: undefined,
  comparing: { kind: 'idle' },
  clashing: undefined,
  clashProgress: { kind: 'idle' },
  marks: {},
};

export const initialLook: BimLook = {
  isolated: [],
  hidden: [],
  ghost: true,
  explodeM: 0,
  cutStorey: undefined,
  cutHeightM: 1.2,
  planes: [],
  box: undefined,
  sectionModel: undefined,
  showSpaces: false,
  colourBy: undefined,
};

export const initial: BimState = {
  look: initialLook,
  models: [],
  grouping: 'storey',
  views: [],
  task: { kind: 'none' },
  checks: initialChecks,
  report: {
    models: [],
    legend: undefined,
    shown: undefined,
    total: undefined,
    details: undefined,
  },
};
