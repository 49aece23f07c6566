import type { SessionContext } from '#features/feature.ts';
import type { FireResponseLine } from '#workers/fire-response/client.ts';
import type { FireProblems } from '../problems.ts';

/** What follows the store on a worker that lives. */
export interface ResponseParts extends Pick<SessionContext, 'store' | 'frames'> {
  readonly worker: FireResponseLine;
  readonly problems: FireProblems;
  readonly now: () => number;
  readonly signal: AbortSignal;
}

export const sentenceOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
