import { describe, expect, it } from 'vitest';
import type { FloodFrame, FloodStatus } from '#features/flood/contract.ts';
import { FloodError, type FloodSolver } from '#simulation/flood/parts.ts';
import { installedBackends } from '#simulation/flood/run/backends.ts';
import { type Backend, createFloodSolver } from '#simulation/flood/run/create-solver.ts';
import { createWasmSolver } from '#simulation/flood/wasm/index.ts';
import { openFloodKernel } from '#tools/flood-kernel/kernel-source.ts';
import { openForcing } from '../open-forcing.ts';
import type { OpenForcing } from '../parts.ts';
import type { FloodNews } from '../protocol.ts';
import { RunDesk } from '../run-desk.ts';
import { aBarrier, aCity, aScenario, placeAt, someTopics } from './a-flood.ts';
import type { RunTopics } from './topics.ts';

describe('a flood run', () => {
  it('shows the water of the start first, then what flows, and ends with the run', async () => {
    const desk = aDesk();
    const news = await read(desk.begin({ run: 'r', scenario: aScenario() }).news(live()));
    expect(news.map(({ kind }) => kind).slice(0, 3)).toEqual(['status', 'place', 'frame']);
    const frames = framesOf(news);
    expect(frames[0]?.timeS).toBe(0);
    expect(frames.at(-1)?.timeS).toBe(120);
    const last = statusesOf(news).at(-1);
    expect(last).toMatchObject({ phase: 'done', timeS: 120, scheme: 'local-inertial' });
    expect(last?.storedM3).toBeCloseTo(20 * 120, 3);
    expect(Math.abs(last?.massError ?? 1)).toBeLessThan(1e-9);
  });

  it.each([
    ['reference', 'local-inertial'],
    ['js', 'shallow-water'],
    ['js', 'local-inertial'],
    ['wasm', 'local-inertial'],
    ['wasm', 'shallow-water'],
  ] as const)(
    'gives with %s and %s the same bytes again, steered in the middle of a step',
    async (backend, scheme) => {
      const desk = await aDeskWithKernels();
      const scenario = aScenario({ backend, scheme });
      const first = desk.begin({ run: 'a', scenario, pace: 200 });
      let isSteered = false;
      for await (const one of first.news(live())) {
        if (one.kind !== 'frame' || isSteered || one.frame.timeS < 10) continue;
        isSteered = true;
        await first.steer({ act: 'add', structure: aBarrier });
      }
      expect(first.log).toHaveLength(1);
      expect(first.log[0]?.timeS).toBeGreaterThanOrEqual(10);
      await read(desk.begin({ run: 'b', scenario, log: first.log }).news(live()));
      const [a, b] = ['a', 'b'].map((run) => desk.frameAt({ run, timeS: 120 }).frame);
      expect({ ...b, run: 'a' }).toEqual(a);
      expect(desk.map({ run: 'b', colouring: 'max-depth' })).toEqual(
        desk.map({ run: 'a', colouring: 'max-depth' }),
      );
      const without = await aDeskWithKernels();
      await read(without.begin({ run: 'c', scenario }).news(live()));
      expect(without.map({ run: 'c', colouring: 'max-depth' })).not.toEqual(
        desk.map({ run: 'a', colouring: 'max-depth' }),
      );
    },
  );

  it('scrubs to any kept time, and to what is nearest', async () => {
    const desk = aDesk();
    await read(desk.begin({ run: 'r', scenario: aScenario() }).news(live()));
    expect([0, 31, 33, 1e9].map((timeS) => desk.frameAt({ run: 'r', timeS }).frame.timeS)).toEqual([
      0, 30, 35, 120,
    ]);
  });

  it('goes on from a kept state exactly as if it had not stopped', async () => {
    const desk = aDesk();
    const scenario = aScenario({ durationS: 180 });
    await read(desk.begin({ run: 'a', scenario }).news(live()));
    const from = { run: 'a', timeS: 70 };
    await read(desk.begin({ run: 'b', scenario, from }).news(live()));
    const [a, b] = ['a', 'b'].map((run) => desk.frameAt({ run, timeS: 180 }).frame);
    expect({ ...b, run: 'a' }).toEqual(a);
    for (const colouring of ['max-depth', 'max-hazard', 'arrival', 'duration'] as const) {
      expect(desk.map({ run: 'b', colouring })).toEqual(desk.map({ run: 'a', colouring }));
    }
    expect(desk.frameAt({ run: 'b', timeS: 20 }).frame).toMatchObject({ run: 'b', timeS: 20 });
    const numbers = desk.difference({ run: 'b', other: 'a' });
    expect(numbers).toMatchObject({ meanM: 0, rmsM: 0, onlyRunM2: 0, deeperM2: 0 });
  });

  it('tells in numbers and as a map what a barrier changes', async () => {
    const desk = aDesk();
    await read(desk.begin({ run: 'a', scenario: aScenario() }).news(live()));
    const scenario = aScenario({ structures: [aBarrier] });
    const from = { run: 'a', timeS: 0 };
    await read(desk.begin({ run: 'b', scenario, from }).news(live()));
    const { onlyOtherM2, onlyRunM2, least, volumeM3 } = desk.difference({ run: 'b', other: 'a' });
    expect(onlyOtherM2).toBeGreaterThan(0);
    expect(onlyRunM2).toBe(0);
    expect(volumeM3[0]).toBeGreaterThan(0);
    const map = desk.map({ run: 'b', other: 'a', colouring: 'difference' });
    const finite = [...map].filter((value) => !Number.isNaN(value));
    expect(Math.min(...finite)).toBe(Math.fround(least?.valueM ?? 0));
  });

  it('runs two side by side', async () => {
    const desk = aDesk();
    const runs = ['a', 'b'].map((run) => desk.begin({ run, scenario: aScenario() }));
    await Promise.all(runs.map((run) => read(run.news(live()))));
    expect(desk.frameAt({ run: 'a', timeS: 60 }).frame.depthMm).toEqual(
      desk.frameAt({ run: 'b', timeS: 60 }).frame.depthMm,
    );
  });

  it('stands still while paused and is steered then too', async () => {
    const desk = aDesk();
    const run = desk.begin({ run: 'r', scenario: aScenario(), isPaused: true });
    const reading = read(run.news(live()));
    await expect.poll(() => run.status.phase).toBe('paused');
    expect(run.status.timeS).toBe(0);
    expect(await run.steer({ act: 'add', structure: aBarrier })).toBe(0);
    expect(await run.steer({ act: 'pace', factor: 400 })).toBe(0);
    await run.steer({ act: 'go' });
    await reading;
    expect(run.log).toEqual([{ timeS: 0, steering: { act: 'add', structure: aBarrier } }]);
  });

  it('says where it failed and keeps what it had', async () => {
    const desk = aDesk({ breaksAtS: 62 });
    const news = await read(desk.begin({ run: 'r', scenario: aScenario() }).news(live()));
    const last = statusesOf(news).at(-1);
    expect(last?.phase).toBe('failed');
    expect(last?.problem).toBe(
      'Depth of cell 5 (column 5, row 0) is NaN, at longitude 10.00055°, latitude 53.99995°.',
    );
    expect(desk.frameAt({ run: 'r', timeS: 62 }).frame.timeS).toBe(60);
    await expect(desk.get('r').steer({ act: 'remove', id: 'in' })).rejects.toThrow('has ended');
  });

  it('refuses to go on with what needs another grid', async () => {
    const desk = aDesk();
    await read(desk.begin({ run: 'a', scenario: aScenario() }).news(live()));
    const request = { run: 'b', scenario: aScenario({ cellM: 5 }), from: { run: 'a', timeS: 0 } };
    const news = await read(desk.begin(request).news(live()));
    expect(statusesOf(news).at(-1)).toMatchObject({
      phase: 'failed',
      problem: "Run a can't be gone on from with another cellM: begin a new run.",
    });
  });

  it('stops when its reader leaves and goes on from there in another run', async () => {
    const desk = aDesk();
    const run = desk.begin({ run: 'r', scenario: aScenario({ durationS: 3600 }) });
    for await (const { kind } of run.news(live())) if (kind === 'frame') break;
    await expect(run.steer({ act: 'remove', id: 'in' })).rejects.toThrow('Run r has ended.');
  });

  it('gives depth, level, speed at points and the flow through lines', async () => {
    const desk = aDesk();
    await read(desk.begin({ run: 'r', scenario: aScenario() }).news(live()));
    const series = desk.series({
      run: 'r',
      points: [placeAt(0.5, 10.5), placeAt(-3, 0)],
      lines: [[placeAt(10, 20), placeAt(10, 0)]],
    });
    expect(series.timeS.at(-1)).toBe(120);
    const depth = series.depthM[0]?.at(-1) ?? 0;
    expect(depth).toBeGreaterThan(0.02);
    expect(series.levelM[0]?.at(-1)).toBeCloseTo(9 + depth, 5);
    expect(series.levelM[1]?.[0]).toBeNaN();
    // Drawn northward, the water that goes east passes from left to right.
    expect(series.flowM3s[0]?.at(-1)).toBeLessThan(0);
  });
});

const live = () => new AbortController().signal;

async function read(news: AsyncIterable<FloodNews>): Promise<FloodNews[]> {
  const all: FloodNews[] = [];
  for await (const one of news) all.push(one);
  return all;
}

const framesOf = (news: readonly FloodNews[]): FloodFrame[] =>
  news.flatMap((one) => (one.kind === 'frame' ? [one.frame] : []));
const statusesOf = (news: readonly FloodNews[]): FloodStatus[] =>
  news.flatMap((one) => (one.kind === 'status' ? [one.status] : []));

const aDesk = ({ breaksAtS = Number.POSITIVE_INFINITY } = {}) =>
  new RunDesk({ ...someTopics(), openForcing: breaking(breaksAtS) }, aCity);

async function aDeskWithKernels(): Promise<RunDesk> {
  const source = await openFloodKernel();
  const wasm: Backend = {
    isThere: () => true,
    create: (grid, options) => createWasmSolver(grid, options, source),
  };
  const createSolver: RunTopics['createSolver'] = (grid, wish) =>
    createFloodSolver(grid, wish, { ...installedBackends, wasm });
  return new RunDesk({ ...someTopics(), createSolver }, aCity);
}

/** The real forcing on a solver whose water breaks at a time. */
const breaking =
  (breaksAtS: number): OpenForcing =>
  async (...opened) => {
    const forcing = await openForcing(...opened);
    const apply = async (solver: FloodSolver, untilS: number) => {
      if (solver.timeS() >= breaksAtS) {
        throw new FloodError('Depth of cell 5 (column 5, row 0) is NaN.', 5, Number.NaN);
      }
      return Math.min(await forcing.apply(solver, untilS), breaksAtS);
    };
    return breaksAtS === Number.POSITIVE_INFINITY ? forcing : { ...forcing, apply };
  };
