import { describe, expect, it } from 'vitest';
import type { EnsembleNews, EnsembleRequest } from '#features/flood/contract/ensemble.ts';
import { aCity, aScenario, someTopics } from '../run/a-flood.ts';
import { RunDesk } from '../run-desk.ts';

const request: EnsembleRequest = {
  ...{ members: 4, seed: 's', inflowSpread: 0.5, levelErrorM: 0, breachSpread: 0 },
  ...{ roughnessSpread: 0.2, demErrorM: 0.02, demReachM: 30, thresholdsM: [0.02, 0.3] },
  cellFactor: 1,
};

async function aDeskWithRun() {
  const desk = new RunDesk(someTopics(), aCity);
  for await (const _ of desk.begin({ run: 'r', scenario: aScenario() }).news(live()));
  return desk;
}
const live = () => new AbortController().signal;

async function last(desk: RunDesk, asked: EnsembleRequest): Promise<EnsembleNews | undefined> {
  let news: EnsembleNews | undefined;
  const params = { run: 'r', scenario: aScenario(), request: asked };
  for await (const one of desk.ensemble(params, live())) news = one;
  return news;
}

describe('an ensemble in the worker', () => {
  it('ends with maps on the grid of its run, the same for the same seed', async () => {
    const desk = await aDeskWithRun();
    const one = await last(desk, request);
    expect(one).toMatchObject({ kind: 'maps', done: 4, of: 4 });
    if (one?.kind !== 'maps') throw new Error('Maps were expected.');
    const run = desk.map({ run: 'r', colouring: 'max-depth' });
    const [wet] = one.maps.probability;
    expect(wet).toHaveLength(run.length);
    expect(Math.max(...(wet ?? []))).toBe(1);
    expect(one.maps.members).toHaveLength(4);
    expect(await last(desk, request)).toEqual(one);
  });

  it('stops where its reader leaves', async () => {
    const desk = await aDeskWithRun();
    const stop = new AbortController();
    const params = { run: 'r', scenario: aScenario(), request };
    const reading = (async () => {
      for await (const _ of desk.ensemble(params, stop.signal)) stop.abort();
    })();
    await expect(reading).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
  });

  it('says in one sentence what can’t be', async () => {
    const desk = await aDeskWithRun();
    await expect(last(desk, { ...request, members: 9999 })).rejects.toThrow('9999 members');
  });
});
