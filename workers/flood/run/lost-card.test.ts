import { describe, expect, it } from 'vitest';
import type { FloodStatus } from '#features/flood/contract.ts';
import { createJsSolver } from '#simulation/flood/js/index.ts';
import {
  type FloodGrid,
  type FloodOptions,
  type FloodSolver,
  SolverLostError,
} from '#simulation/flood/parts.ts';
import { createFloodSolver } from '#simulation/flood/run/create-solver.ts';
import { toShape } from '#simulation/flood/webgpu/layout.ts';
import { toWater } from '#simulation/flood/webgpu/water.ts';
import { RunDesk } from '../run-desk.ts';
import { aBarrier, aCity, aScenario, someTopics } from './a-flood.ts';

/** Steps are the same for all: only what is carried over can differ. */
const scenario = aScenario({ scheme: 'shallow-water', backend: 'webgpu', durationS: 240 });

describe('a run whose graphics card is lost', () => {
  it('goes on with another backend from its last kept state, and says so', async () => {
    const desk = aDesk({ lostAtS: 137 });
    const statuses = await read(desk, 'r');
    expect(desk.get('r').status).toMatchObject({
      ...{ phase: 'done', timeS: 240, backend: 'js' },
      loss: { atS: 137, fromS: 120, reason: 'The graphics card was lost: unplugged' },
    });
    expect(statuses.map(({ phase }) => phase)).not.toContain('failed');
    expect(Math.abs(desk.get('r').status.massError)).toBeLessThan(1e-6);
    expect(desk.get('r').status.storedM3).toBeCloseTo(20 * 240, 2);
  });

  it('shows the same water as one that never lost it', async () => {
    const desk = aDesk({ lostAtS: 137 });
    await read(desk, 'lost');
    await read(desk, 'whole', { backend: 'js' });
    const numbers = desk.difference({ run: 'lost', other: 'whole' });
    expect(numbers.rmsM).toBeLessThan(1e-4);
    expect(numbers.volumeM3[0]).toBeGreaterThan(100);
    const { timesS } = desk.get('lost').frames;
    expect(timesS).toEqual([...timesS].sort((a, b) => a - b));
    expect(timesS).toEqual(desk.get('whole').frames.timesS);
  });

  it('does again at its time what was done since the kept state', async () => {
    const log = [{ timeS: 130, steering: { act: 'add', structure: aBarrier } }] as const;
    const desk = aDesk({ lostAtS: 150 });
    await read(desk, 'lost', {}, log);
    await read(desk, 'whole', { backend: 'js' }, log);
    expect(desk.get('lost').log).toHaveLength(1);
    expect(desk.get('lost').log[0]?.timeS).toBeCloseTo(desk.get('whole').log[0]?.timeS ?? 0, 0);
    expect(desk.difference({ run: 'lost', other: 'whole' }).rmsM).toBeLessThan(1e-3);
  });

  it('begins anew where nothing was kept yet', async () => {
    const desk = aDesk({ lostAtS: 0 });
    await read(desk, 'r');
    expect(desk.get('r').status).toMatchObject({
      ...{ phase: 'done', backend: 'js' },
      loss: { atS: 0, fromS: 0 },
    });
  });

  it('is gone on from as before, also at a time when the card computed it', async () => {
    const desk = aDesk({ lostAtS: 137 });
    await read(desk, 'a');
    for await (const _ of desk
      .begin({ run: 'b', scenario, from: { run: 'a', timeS: 60 } })
      .news(live()));
    expect(desk.get('b').status).toMatchObject({ phase: 'done', timeS: 240, backend: 'js' });
    expect(desk.difference({ run: 'b', other: 'a', timeS: 240 }).rmsM).toBeLessThan(1e-4);
  });
});

const live = () => new AbortController().signal;

async function read(
  desk: RunDesk,
  run: string,
  part: Partial<typeof scenario> = {},
  log: Parameters<RunDesk['begin']>[0]['log'] = [],
): Promise<FloodStatus[]> {
  const statuses: FloodStatus[] = [];
  const begun = desk.begin({ run, scenario: { ...scenario, ...part }, log });
  for await (const news of begun.news(live())) {
    if (news.kind === 'status') statuses.push(news.status);
  }
  return statuses;
}

/** A desk with a card that computes as plain JavaScript does, and is lost at a time. */
function aDesk({ lostAtS }: { readonly lostAtS: number }): RunDesk {
  const card = {
    isThere: () => true,
    create: (grid: FloodGrid, options: FloodOptions) => aCard(grid, options, lostAtS),
  };
  const js = { isThere: () => true, create: createJsSolver };
  return new RunDesk(
    {
      ...someTopics(),
      createSolver: (grid, wish) => createFloodSolver(grid, wish, { webgpu: card, js }),
    },
    aCity,
  );
}

/** With the snapshots of the real one. */
function aCard(grid: FloodGrid, options: FloodOptions, lostAtS: number): FloodSolver {
  const solver = createJsSolver(grid, options);
  const check = () => {
    if (solver.timeS() < lostAtS) return;
    throw new SolverLostError('The graphics card was lost: unplugged');
  };
  return {
    ...solver,
    backend: 'webgpu',
    async run(untilS, signal) {
      check();
      await solver.run(Math.min(untilS, lostAtS), signal);
      if (untilS > lostAtS) check();
    },
    async state() {
      check();
      return solver.state();
    },
    async snapshot() {
      check();
      const { timeS, depthM, uMs, vMs } = await solver.state();
      const { arrays } = await solver.snapshot();
      const water = toWater(toShape(grid.width, grid.height), grid, {
        ...options,
        depthM,
        uMs,
        vMs,
      });
      return { timeS, arrays: [arrays[0] ?? new Float64Array(), water, grid.zM] };
    },
  };
}
