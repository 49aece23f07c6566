// One question at a time, not more often than so: the newest state is asked of, what lay between is skipped.

export interface Paced {
  /** Something has changed. */
  poke(): void;
  stop(): void;
}

export function createPaced(
  everyMs: number,
  ask: () => Promise<void>,
  now: () => number = () => performance.now(),
): Paced {
  let isRunning = false;
  let isWanted = false;
  let isStopped = false;
  let lastMs = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function poke(): void {
    isWanted = true;
    if (isRunning || isStopped || timer !== undefined) return;
    const waitMs = lastMs + everyMs - now();
    if (waitMs <= 0) return void run();
    timer = setTimeout(() => {
      timer = undefined;
      void run();
    }, waitMs);
  }

  async function run(): Promise<void> {
    isRunning = true;
    isWanted = false;
    lastMs = now();
    try {
      await ask();
    } finally {
      isRunning = false;
      if (isWanted && !isStopped) poke();
    }
  }

  return {
    poke,
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
