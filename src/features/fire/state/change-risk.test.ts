import { describe, expect, it } from 'vitest';
import { createAppStore } from '#store/store.ts';
import { selectFire } from '../state.ts';
import {
  askRisk,
  clearRiskFilters,
  dropChange,
  dropChanges,
  keyOfChange,
  setCoefficients,
  showRisk,
  tryChange,
} from './change-risk.ts';

const school = { id: 'B-1', index: 4, name: 'School', at: [10, 54] } as const;
const risk = (store: ReturnType<typeof createAppStore>) => selectFire(store.getState()).risk;

describe('what a person asks of the risk', () => {
  it('opens the tool at the part that is asked for', () => {
    const store = createAppStore();
    showRisk(store, 'what-if');
    expect(selectFire(store.getState()).tool).toBe('risk');
    expect(risk(store).part).toBe('what-if');
  });

  it('begins at the first row with every other question', () => {
    const store = createAppStore();
    askRisk(store, { from: 200 });
    askRisk(store, { text: 'mill' });
    expect(risk(store).query).toMatchObject({ from: 0, text: 'mill' });
  });

  it('keeps the order where filters are cleared', () => {
    const store = createAppStore();
    askRisk(store, { order: 'people', isDescending: false, onlyRaised: true, classes: [5] });
    clearRiskFilters(store);
    expect(risk(store).query).toMatchObject({
      order: 'people',
      isDescending: false,
      onlyRaised: false,
      classes: [],
    });
  });

  it('tries one value a fact and building: a sprinkler is the fact that it is', () => {
    const store = createAppStore();
    tryChange(store, { kind: 'sprinkler', building: school });
    tryChange(store, { kind: 'fact', building: school, factor: 'openViolations', value: 2 });
    tryChange(store, { kind: 'fact', building: school, factor: 'sprinkleredShare', value: 0.5 });
    tryChange(store, { kind: 'engine', at: [10, 54], name: 'Engine' });
    expect(risk(store).changes.map(keyOfChange)).toEqual([
      'fact/B-1/openViolations',
      'fact/B-1/sprinkleredShare',
      'engine/10,54',
    ]);
    dropChange(store, 'fact/B-1/openViolations');
    expect(risk(store).changes).toHaveLength(2);
    dropChanges(store);
    expect(risk(store).changes).toEqual([]);
  });

  it('goes back to the table that Panopolis comes with', () => {
    const store = createAppStore();
    setCoefficients(store, 'name;value;unit;source');
    setCoefficients(store, undefined);
    expect(risk(store).coefficients).toBeUndefined();
  });
});
