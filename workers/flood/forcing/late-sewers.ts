// Sewers that open while the water already runs: reading and building a town's drains takes seconds. They take part from
// one time of the run on, whatever the machine needs to open them, so that the same inputs give the same water.

import type { Forcing, ForcingPart, ForcingSnapshot } from '#simulation/flood/forcing/parts.ts';

/** Simulated seconds without sewers: little has run to an inlet by then. */
export const SEWERS_FROM_S = 30;

/**
 * `early` has no sewers. `open` gives the forcing of those parts with sewers, or nothing where the city has none; it is
 * asked once, when the run has come so far.
 */
export function withLateSewers(
  early: Forcing,
  firstParts: readonly ForcingPart[],
  open: (parts: readonly ForcingPart[]) => Promise<Forcing | undefined>,
): Forcing {
  let current = early;
  let parts = firstParts;
  let hasJoined = false;
  /** Of the sewers, from a state that this run goes on from. */
  let kept: ForcingSnapshot['sewers'];

  async function join(): Promise<void> {
    const joined = await open(parts);
    hasJoined = true;
    if (!joined) return;
    joined.restore({ ...current.snapshot(), ...(kept !== undefined && { sewers: kept }) });
    current = joined;
  }

  return {
    async apply(solver, untilS) {
      if (hasJoined) return current.apply(solver, untilS);
      if (solver.timeS() < SEWERS_FROM_S) {
        return current.apply(solver, Math.min(untilS, SEWERS_FROM_S));
      }
      await join();
      return current.apply(solver, untilS);
    },
    add(part) {
      current.add(part);
      parts = [...parts.filter(({ id }) => id !== part.id), part];
    },
    remove(id) {
      current.remove(id);
      parts = parts.filter((part) => part.id !== id);
    },
    flows: () => current.flows(),
    balance: (timeS) => current.balance(timeS),
    takeChanges: () => current.takeChanges(),
    bed: () => current.bed(),
    snapshot() {
      const now = current.snapshot();
      return kept !== undefined && now.sewers === undefined ? { ...now, sewers: kept } : now;
    },
    restore(snapshot) {
      current.restore(snapshot);
      if (!hasJoined) kept = snapshot.sewers;
    },
  };
}
