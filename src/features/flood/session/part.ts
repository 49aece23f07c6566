// How the session is put together: each capability is a part that runs while the city is open and may give back how to
// stop it. The list is in `parts.ts`.

import type { SessionContext } from '#features/feature.ts';

export type StartPart = (
  context: SessionContext,
  signal: AbortSignal,
) => undefined | (() => void) | Promise<unknown>;
