import { expect, it } from 'vitest';
import { nameTrail } from './trail-steps.ts';

type Named = readonly [ifcClass: string, label: string];
const pathOf = (...steps: readonly Named[]) =>
  steps.map(([ifcClass, label], index) => ({ index, label, class: ifcClass, key: `k${index}` }));
const labels = (...steps: readonly Named[]) =>
  nameTrail(pathOf(...steps)).map(({ label }) => label.en);

it('says a name once that project, site and building share', () => {
  const path = pathOf(
    ['IfcProject', 'Fire station'],
    ['IfcSite', 'Fire station, plot'],
    ['IfcBuilding', 'Fire station'],
    ['IfcBuildingStorey', '2. OG'],
  );
  const steps = nameTrail(path);
  expect(steps.map(({ label }) => label.en)).toEqual(['Fire station', 'plot', 'Building', '2. OG']);
  expect(steps[2]?.label.zh).toBe('建筑');
  expect(steps.map(({ title }) => title)).toEqual([
    undefined,
    'Fire station, plot',
    'Fire station',
    undefined,
  ]);
});

it('leaves names alone that only begin alike', () => {
  expect(labels(['IfcBuilding', 'House'], ['IfcBuildingStorey', 'Housekeeping'])).toEqual([
    'House',
    'Housekeeping',
  ]);
  expect(labels(['IfcProject', ''], ['IfcSite', 'Site'])).toEqual(['Project', 'Site']);
});
