import type { Feature, Session, SessionContext } from '#features/feature.ts';

/** What a feature may ask of another one, which it doesn't know. */
type Neighbours = Pick<SessionContext, 'find' | 'findInside' | 'measure'>;

/** The features at work on the open city. */
export interface Sessions {
  /** Resolves when every feature that the city has what it needs for has its session. */
  readonly started: Promise<void>;
  /** Those that have started by now. */
  running(): readonly { readonly feature: Feature; readonly session: Session }[];
  stop(): void;
}

/** Starts the session of each feature given; one that fails is named and leaves the others be. */
export function startSessions(
  features: readonly Feature[],
  context: Omit<SessionContext, keyof Neighbours>,
  onError: (feature: Feature, error: unknown) => void,
): Sessions {
  const running: { feature: Feature; session: Session }[] = [];
  let isStopped = false;

  const sessionOf = (id: string) => running.find(({ feature }) => feature.id === id)?.session;
  const neighbours: Neighbours = {
    find: async (id, thing, signal) => {
      const hits = await sessionOf(id)?.search?.(thing, { limit: 5, signal });
      return hits?.find(({ selected }) => selected.id === thing);
    },
    findInside: async (id, polygon, signal) =>
      (await sessionOf(id)?.findInside?.(polygon, signal)) ?? [],
    measure: async (id, things, signal) => (await sessionOf(id)?.measure?.(things, signal)) ?? [],
  };

  async function start(feature: Feature): Promise<void> {
    try {
      const module = await feature.session?.();
      if (!module || isStopped) return;
      running.push({ feature, session: module.startSession({ ...context, ...neighbours }) });
    } catch (error) {
      onError(feature, error);
    }
  }

  return {
    started: Promise.all(features.map(start)).then(() => undefined),
    running: () => running,
    stop() {
      isStopped = true;
      for (const { session } of running.splice(0).reverse()) session.stop();
    },
  };
}
