import { expect, it } from 'vitest';
import type { FloodRun } from '../../state/initial.ts';
import { fileName } from './describe-run.ts';

const aRun = (name: string) => ({ scenario: { name } }) as FloodRun;

it('names files after scenario, moment and content', () => {
  expect(fileName(aRun('Breach: east levee (HQ100)'), 'depth', 'tif', 4825)).toBe(
    'breach-east-levee-hq100-t0120-depth.tif',
  );
  expect(fileName(aRun('东堤溃口'), 'extent', 'geojson')).toBe('东堤溃口-extent.geojson');
  expect(fileName(aRun('…'), 'film', 'gif')).toBe('flood-film.gif');
});
