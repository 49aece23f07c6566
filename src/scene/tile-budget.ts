// One memory budget over all tilesets. Cesium's cacheBytes and maximumCacheOverflowBytes are limits per
// tileset and only for what the view doesn't need; here what is measured decides how much detail is asked for.

/** What the budget needs of a Cesium3DTileset. */
export interface BudgetedTileset {
  readonly totalMemoryUsageInBytes: number;
  cacheBytes: number;
  maximumCacheOverflowBytes: number;
  maximumScreenSpaceError: number;
  trimLoadedTiles(): void;
}

export interface TileBudget {
  /** Returns how to take the tileset out again. */
  add(tileset: BudgetedTileset): () => void;
  setBudget(bytes: number): void;
  /** Measures, and holds detail back or gives it again. Call once a frame. */
  keep(): void;
}

export interface TileBudgetOptions {
  readonly budgetBytes: number;
  /** Told when the figures changed, at most every quarter of a second. */
  readonly report: (usedBytes: number, isHeldBack: boolean) => void;
  readonly now?: () => number;
}

/** Above this share detail is held back, below the lower one it comes back: apart, so that it settles. */
const HIGH = 0.85;
const LOW = 0.6;
/** A tile in processing may still be added after the limit is met: room for it, in bytes. */
const IN_FLIGHT = 4 * 1024 * 1024;
const STEP_MS = 250;
const COARSEST = 256;

export function createTileBudget(options: TileBudgetOptions): TileBudget {
  const { report, now = () => performance.now() } = options;
  const finest = new Map<BudgetedTileset, number>();
  let budget = options.budgetBytes;
  /** Screen-space error as a multiple of what each tileset asks for by itself. */
  let coarseness = 1;
  let lastStep = Number.NEGATIVE_INFINITY;
  let reported = -1;

  const used = () => {
    let sum = 0;
    for (const tileset of finest.keys()) sum += tileset.totalMemoryUsageInBytes;
    return sum;
  };

  function share(): void {
    const each = Math.max(0, budget - IN_FLIGHT) / Math.max(1, finest.size);
    for (const tileset of finest.keys()) {
      tileset.cacheBytes = each * HIGH;
      tileset.maximumCacheOverflowBytes = each * (1 - HIGH);
    }
  }

  function coarsen(factor: number): void {
    coarseness = Math.min(COARSEST, Math.max(1, coarseness * factor));
    for (const [tileset, error] of finest) tileset.maximumScreenSpaceError = error * coarseness;
  }

  return {
    add(tileset) {
      finest.set(tileset, tileset.maximumScreenSpaceError);
      share();
      coarsen(1);
      return () => {
        finest.delete(tileset);
        share();
      };
    },
    setBudget(bytes) {
      budget = bytes;
      share();
    },
    keep() {
      const time = now();
      if (time - lastStep < STEP_MS) return;
      const bytes = used();
      if (bytes > budget * HIGH) {
        lastStep = time;
        coarsen(1.25);
        for (const tileset of finest.keys()) tileset.trimLoadedTiles();
      } else if (coarseness > 1 && bytes < budget * LOW) {
        lastStep = time;
        coarsen(0.9);
      }
      if (bytes !== reported) {
        lastStep = time;
        reported = bytes;
        report(bytes, coarseness > 1);
      }
    },
  };
}
