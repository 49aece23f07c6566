import { describe, expect, it, vi } from 'vitest';
import { aCity, aScenario, someTopics } from './run/a-flood.ts';
import { RunDesk } from './run-desk.ts';

describe('what a run needs', () => {
  it('is made ready before it begins: kernels, ground, and who is affected', async () => {
    const topics = someTopics();
    const readGround = vi.fn(topics.readGround);
    const warmSolvers = vi.fn(async () => undefined);
    const openObserver = vi.fn(async () => ({ setDamage: () => undefined }) as never);
    const desk = new RunDesk({ ...topics, readGround, warmSolvers, openObserver }, aCity);
    await desk.warm({ scenario: aScenario() });
    expect(readGround).toHaveBeenCalledTimes(1);
    expect(warmSolvers).toHaveBeenCalledTimes(1);
    expect(openObserver).toHaveBeenCalledTimes(1);
  });

  it('settles where something of it fails: the run that needs it tells of that', async () => {
    const readGround = async () => {
      throw new Error('The city has no ground there.');
    };
    const desk = new RunDesk({ ...someTopics(), readGround }, aCity);
    await expect(desk.warm({ scenario: aScenario() })).resolves.toBeUndefined();
  });
});
