// What is long to build takes turns: a press is answered first, and between two turns the page draws and hears.

const waiting = new Set<() => void>();
let isCalling = false;

/** Calls `build`, which sets state, in a task of its own after those before it; returns what takes it out again. */
export function waitForTurn(build: () => void): () => void {
  waiting.add(build);
  if (!isCalling) callLater();
  return () => waiting.delete(build);
}

function callLater(): void {
  isCalling = true;
  setTimeout(() => {
    const [next] = waiting;
    if (next) waiting.delete(next);
    next?.();
    isCalling = false;
    if (waiting.size > 0) callLater();
  });
}
