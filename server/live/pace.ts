// When a city's next frame is due: soon after news, so that it is fresh, and not often, so that it is cheap.

export interface Pace {
  /** News has come that a frame should tell. */
  news(): void;
  stop(): void;
}

/** Makes a pace that calls `tick` for each frame. */
export type CreatePace = (tick: () => void) => Pace;

/** A frame without news goes out after so long. */
const BEAT_MS = 1000;
/** Readings that come at any time wait so long at most: half a second from there to the pixel is the reach. */
const SHORTEST_MS = 400;
/** What belongs together comes together. */
const GATHER_MS = 20;

/** A source that delivers once a second has a frame at once for each delivery. */
export const createPace: CreatePace = (tick) => {
  let lastMs = performance.now();
  let isPlanned = false;
  let timer = setTimeout(run, BEAT_MS);

  function run(): void {
    lastMs = performance.now();
    isPlanned = false;
    timer = setTimeout(run, BEAT_MS);
    tick();
  }

  return {
    news() {
      if (isPlanned) return;
      isPlanned = true;
      clearTimeout(timer);
      timer = setTimeout(run, Math.max(GATHER_MS, lastMs + SHORTEST_MS - performance.now()));
    },
    stop: () => clearTimeout(timer),
  };
};
