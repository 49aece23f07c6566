// The source of a city without instruments: every reading is made by a model and marked so. See README.md.

import type { CreateSource, Source } from '../source.ts';
import { createForecasters } from './forecasts.ts';
import { readHistory } from './history.ts';
import { createLiveFeed } from './live-feed.ts';
import { DAY } from './local-clock.ts';
import { createMeters } from './meters.ts';
import { createSourceClock } from './source-clock.ts';
import { openSupply } from './water/open-supply.ts';
import { createWorld } from './world.ts';

const TICK_MS = 1000;

export const createSimulatedSource: CreateSource = async (context): Promise<Source> => {
  const clock = createSourceClock();
  const world = await createWorld(context.manifest, context.sensors, (around) =>
    openSupply(context, around),
  );
  const meters = createMeters(world, context);
  const forecasters = createForecasters(world, context);
  const { supply } = world;
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;

  /** Keeps the network's days ahead of the clock. */
  function prepare(): void {
    const { nowMs } = clock.read();
    void supply.prepare(nowMs, nowMs + DAY / 4);
  }
  return {
    id: 'simulated',
    clock,
    history: (fromMs, toMs, presentMs = toMs) =>
      readHistory({ meters, forecasters, supply }, { fromMs, toMs, presentMs }, stopping.signal),
    start(deliver) {
      const feed = createLiveFeed(meters, forecasters, clock, supply);
      prepare();
      timer = setInterval(() => {
        const batch = feed.advance();
        if (batch) deliver(batch);
        prepare();
      }, TICK_MS);
    },
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await supply.close();
    },
  };
};
