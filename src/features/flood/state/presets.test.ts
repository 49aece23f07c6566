import { describe, expect, it } from 'vitest';
import { distanceM } from '#model/near-plane.ts';
import { lengthM } from '../kernel/plane.ts';
import { aTown, at, waters } from './a-flood.ts';
import { areaM2, damLengthM } from './make-dam-break.ts';
import { placesOf } from './parts.ts';
import { presetsOf } from './presets.ts';
import { faultsOf } from './validate.ts';

describe('what can be begun at once', () => {
  it('is the levee that has settled most, a cloudburst, a surge and a dam that goes', () => {
    expect(presetsOf(waters).map(({ id }) => id)).toEqual([
      ...['breach-LV-E', 'storm', 'surge', 'dam-break'],
    ]);
  });

  it('is a cloudburst alone where the city knows of no waters', () => {
    expect(presetsOf(undefined).map(({ id }) => id)).toEqual(['storm']);
    expect(presetsOf({ levees: [], stations: [] }).map(({ id }) => id)).toEqual(['storm']);
  });

  it.each(presetsOf(waters))('makes a scenario without a fault: $id', ({ make }) => {
    const scenario = make(aTown().getState());
    expect(scenario && faultsOf(scenario)).toEqual([]);
  });

  it('breaches the crest where it is weakest, with the river beside it at its hundred-year level', () => {
    const scenario = presetsOf(waters)[0]?.make(aTown().getState());
    const [breach, river] = scenario?.sources ?? [];
    expect(breach?.kind === 'breach' && breach.widthM).toBe(100);
    const line = breach ? placesOf(breach) : [];
    expect(lengthM(line)).toBeCloseTo(200, 0);
    expect(distanceM(line[Math.floor(line.length / 2)] ?? [0, 0], at(50, 500))).toBeLessThan(6);
    expect(river).toMatchObject({ kind: 'stage', level: [[0, 3.9]] });
    expect(river && lengthM(placesOf(river))).toBeCloseTo(600, 0);
  });

  it('lets go what a dam across the upper river holds, up the river from it', () => {
    const scenario = presetsOf(waters)[3]?.make(aTown().getState());
    expect(scenario).toMatchObject({ hazard: 'dam-break', durationS: 10_800 });
    const [dam] = scenario?.sources ?? [];
    if (dam?.kind !== 'dam-break') throw new Error('A dam break was expected.');
    expect(dam).toMatchObject({ atS: 0, volumeM3: 500_000 });
    expect(damLengthM(dam.area)).toBeCloseTo(240, 0);
    expect(areaM2(dam.area)).toBeCloseTo(240 * 400, -2);
    // The river runs north: up it is south.
    expect(dam.area[2]?.[1]).toBeLessThan(dam.area[1]?.[1] ?? 0);
  });

  it('raises the sea off shore, over the lowest edge of the coast and back', () => {
    const scenario = presetsOf(waters)[2]?.make(aTown().getState());
    const [sea] = scenario?.sources ?? [];
    expect(sea?.kind === 'stage' && Math.max(...sea.level.map(([, level]) => level))).toBe(3.3);
    expect(sea?.kind === 'stage' && sea.level.at(-1)).toEqual([43_200, 0.2]);
    // Away from where the river comes from.
    for (const [, latitude] of sea ? placesOf(sea) : [])
      expect(latitude).toBeGreaterThan(at(0, 1500)[1]);
  });

  it('names everything in the person’s language', () => {
    const store = aTown();
    store.setState(({ preferences }) => ({ preferences: { ...preferences, language: 'zh' } }));
    expect(presetsOf(waters)[0]?.make(store.getState())?.name).toBe('East levee溃口');
  });
});
