import { describe, expect, it } from 'vitest';
import type { ElementDetails } from '../../contract/answers.ts';
import type { BurstRequest } from '../../state.ts';
import { toIncident } from './add-requested.ts';

const details: ElementDetails = {
  ...{ index: 7, key: 'water/link/P-1', network: 'water', kind: 'link', id: 'P-1' },
  ...{ utility: 'water', type: 'pipe', neighbours: [], segment: 3 },
  place: { longitudeDeg: 10.64, latitudeDeg: 54.3, heightM: 5, radiusM: 40 },
  values: [{ name: 'innerDiameter', value: 0.2, unit: 'm' }],
  properties: { street: 'Domstraße' },
};
const request: BurstRequest = {
  ...{ link: details.key, share: 0.25, size: 'break', onsetMs: undefined },
};

describe('a burst that was marked', () => {
  it('begins now, where the register says, as wide as its pipe', () => {
    const incident = toIncident(request, details, 1000, 'Ada');
    expect(incident).toMatchObject({
      ...{ network: 'water', link: 'water/link/P-1', share: 0.25, place: 'Domstraße' },
      ...{ longitudeDeg: 10.64, latitudeDeg: 54.3, onsetMs: 1000 },
      steps: [{ key: incident.key, atMs: 1000, by: 'Ada', act: { kind: 'opened', size: 'break' } }],
    });
    expect(incident.sectionM2).toBeCloseTo(Math.PI * 0.1 ** 2, 12);
  });

  it('began with its alarm, never later than it was marked', () => {
    expect(toIncident({ ...request, onsetMs: 400 }, details, 1000, undefined).onsetMs).toBe(400);
    expect(toIncident({ ...request, onsetMs: 4000 }, details, 1000, undefined).onsetMs).toBe(1000);
  });

  it('is called by the pipe where no street is known, and takes a usual width where none is', () => {
    const bare = { ...details, values: [], properties: {} };
    const incident = toIncident(request, bare, 1000, undefined);
    expect(incident.place).toBe('P-1');
    expect(incident.sectionM2).toBeCloseTo((Math.PI / 4) * 0.15 ** 2, 12);
  });
});
