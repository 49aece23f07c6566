import { expect, it } from 'vitest';
import { statusMessages } from '../../messages/status.ts';
import { aScenario, aStatus } from '../../state/a-flood.ts';
import type { FloodRun } from '../../state/initial.ts';
import { describeRun, fileName } from './describe-run.ts';

const aRun = (name: string) => ({ scenario: { name } }) as FloodRun;

it('names files after scenario, moment and content', () => {
  expect(fileName(aRun('Breach: east levee (HQ100)'), 'depth', 'tif', 4825)).toBe(
    'breach-east-levee-hq100-t0120-depth.tif',
  );
  expect(fileName(aRun('东堤溃口'), 'extent', 'geojson')).toBe('东堤溃口-extent.geojson');
  expect(fileName(aRun('…'), 'film', 'gif')).toBe('flood-film.gif');
});

it('says in every file when the ground was surveyed, or that it isn’t known', () => {
  const run = { scenario: aScenario() } as FloodRun;
  const dated = describeRun(run, aStatus('r', { surveyed: '2025-02/2025-04' }), 'Testham');
  expect(dated.GROUND_SURVEYED).toBe('2025-02/2025-04');
  expect(describeRun(run, aStatus('r'), 'Testham').GROUND_SURVEYED).toBe('not given');
});

it('writes the survey date in words', () => {
  expect(statusMessages.surveyed('2025-02/2025-04').en).toBe('surveyed 2025-02 to 2025-04');
  expect(statusMessages.surveyed('2025-03').zh).toBe('测于 2025-03');
  expect(statusMessages.surveyed(undefined).en).toBe('survey date not given');
});
