import { describe, expect, it } from 'vitest';
import { createAppStore } from '#store/store.ts';
import type { ElementDetails } from './contract.ts';
import { bim } from './index.ts';
import { report } from './state.ts';

const door: ElementDetails = {
  ...{
    index: 3,
    model: 'house',
    globalId: '0door00000000000000000',
    name: 'Front door',
    label: '',
  },
  ...{ class: 'IfcDoor', objectType: '', type: '', storey: '', discipline: '', material: '' },
  ...{ path: [], partCount: 0, reason: '', boundsM: undefined, sets: [], groups: [] },
};
const selected = { feature: 'bim', index: 3, id: 'house/0door00000000000000000' };

describe('the name of a selected element', () => {
  it('is its own, or its class where it has none', () => {
    const store = createAppStore();
    report(store, { details: door });
    expect(bim.nameOf?.(store.getState(), selected)).toBe('Front door');
    report(store, { details: { ...door, name: '' } });
    expect(bim.nameOf?.(store.getState(), selected)).toBe('IfcDoor');
  });

  it('is not known while another element is described', () => {
    const store = createAppStore();
    report(store, { details: { ...door, model: 'shed' } });
    expect(bim.nameOf?.(store.getState(), selected)).toBeUndefined();
    report(store, { details: undefined });
    expect(bim.nameOf?.(store.getState(), selected)).toBeUndefined();
  });
});
