import type { Text } from '#model/text.ts';
import type { Instant } from '#model/time.ts';
import type { AppStore } from './store.ts';

/** Something outside is wrong: a source down, a tile missing, a feed stale. */
export interface Problem {
  /** What it is about, e.g. `city` or `city/tileset.json`; the first part is the layer's id. */
  readonly path: string;
  readonly code: string;
  readonly text: Text;
  readonly since: Instant;
}

const isSame = (a: Problem, b: Pick<Problem, 'path' | 'code'>) =>
  a.path === b.path && a.code === b.code;

/** Adds the problem once; a repeated report keeps the first `since`. */
export function reportProblem(store: AppStore, problem: Problem): void {
  store.setState((state) =>
    state.problems.some((known) => isSame(known, problem))
      ? state
      : { problems: [...state.problems, problem] },
  );
}

export function clearProblem(store: AppStore, problem: Pick<Problem, 'path' | 'code'>): void {
  store.setState((state) =>
    state.problems.some((known) => isSame(known, problem))
      ? { problems: state.problems.filter((known) => !isSame(known, problem)) }
      : state,
  );
}
