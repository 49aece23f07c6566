// Members of an ensemble among hands that compute side by side: each takes the next one when it is free, and they are
// handed on in their order, whoever was faster.

/** Computes one member. */
export type Hand<Result> = (member: number) => Promise<Result>;

/** Results that wait for an earlier one; hands pause when there are so many. */
const MOST_WAITING = 8;

/** Rejects where a hand does. */
export async function* shareMembers<Result extends object>(
  members: number,
  hands: readonly Hand<Result>[],
): AsyncGenerator<Result> {
  const waiting = new Map<number, Result>();
  const changes = createBell();
  let next = 0;
  let isOver = false;
  let failure: { readonly error: unknown } | undefined;
  const work = async (hand: Hand<Result>) => {
    while (next < members && !isOver) {
      const member = next++;
      waiting.set(member, await hand(member));
      changes.ring();
      while (waiting.size >= MOST_WAITING && !isOver) await changes.heard();
    }
  };
  Promise.all(hands.map(work)).catch((error: unknown) => {
    failure = { error };
    changes.ring();
  });
  try {
    for (let member = 0; member < members; ) {
      const result = waiting.get(member);
      if (result) {
        waiting.delete(member++);
        changes.ring();
        yield result;
      } else if (failure) throw failure.error;
      else await changes.heard();
    }
  } finally {
    isOver = true;
    changes.ring();
  }
}

/** Everybody who listens hears the next ring. */
function createBell() {
  let listeners: (() => void)[] = [];
  return {
    heard: () => new Promise<void>((resolve) => listeners.push(resolve)),
    ring() {
      const called = listeners;
      listeners = [];
      for (const resolve of called) resolve();
    },
  };
}
