import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createAppStore } from '#store/store.ts';
import {
  acknowledge,
  alarmsOfSelected,
  ask,
  changeFilter,
  clearFilter,
  colourSensors,
  emptyReport,
  fail,
  isFiltering,
  MOST_CHARTED,
  report,
  type SensorAlarm,
  type SensorsState,
  selectRequest,
  selectSensors,
  selectUnacknowledged,
  sensorsSlice,
  setSpan,
  settle,
  setZoom,
  sortSensors,
  toggleCharted,
} from './state.ts';

const anAlarm = (id: number, more: Partial<SensorAlarm> = {}): SensorAlarm => ({
  id,
  datastream: 100,
  level: 'alarm',
  value: 3,
  threshold: 2,
  raisedAtMs: 0,
  sensor: 0,
  sensorId: 'R-1',
  name: 'River',
  property: 'waterLevel',
  ...more,
});

describe('filtering', () => {
  it('adds up condition by condition and is taken back as one', () => {
    const store = createAppStore();
    changeFilter(store, { kinds: ['river'] });
    changeFilter(store, { text: 'quay' });
    expect(selectSensors(store.getState()).filter).toMatchObject({
      kinds: ['river'],
      text: 'quay',
    });
    expect(isFiltering(selectSensors(store.getState()).filter)).toBe(true);
    clearFilter(store);
    expect(isFiltering(selectSensors(store.getState()).filter)).toBe(false);
  });
});

describe('the comparison', () => {
  it('takes a line in and out, and lets the oldest go where it is full', () => {
    const store = createAppStore();
    const names = Array.from({ length: MOST_CHARTED + 1 }, (_, at) => `R-${at}/waterLevel`);
    for (const name of names) toggleCharted(store, name);
    expect(selectSensors(store.getState()).charted).toEqual(names.slice(1));
    toggleCharted(store, 'R-3/waterLevel');
    expect(selectSensors(store.getState()).charted).not.toContain('R-3/waterLevel');
  });

  it('forgets what it is zoomed to when the span changes', () => {
    const store = createAppStore();
    setZoom(store, { fromMs: 1, toMs: 2 });
    setSpan(store, '7d');
    expect(selectSensors(store.getState())).toMatchObject({ span: '7d', zoom: undefined });
  });
});

describe('a request', () => {
  it('is replaced by a newer one, says why it failed, and goes when it is settled', () => {
    const store = createAppStore();
    ask(store, { id: 'clock', kind: 'clock', rate: 1 });
    ask(store, { id: 'clock', kind: 'clock', rate: 60 });
    expect(selectSensors(store.getState()).requests).toHaveLength(1);
    fail(store, 'clock', { en: 'No.', zh: '不行。' });
    expect(selectRequest('clock')(store.getState())).toMatchObject({
      rate: 60,
      failure: { en: 'No.' },
    });
    settle(store, 'clock');
    expect(selectRequest('clock')(store.getState())).toBeUndefined();
  });
});

describe('alarms', () => {
  const acknowledgedAtMs = 5;

  it('call for a person while they are unacknowledged; warnings don’t', () => {
    const store = createAppStore();
    const alarms = [
      anAlarm(1),
      anAlarm(2, { clearedAtMs: 4 }),
      anAlarm(3, { acknowledgedAtMs }),
      anAlarm(4, { level: 'warning' }),
    ];
    report(store, { alarms });
    expect(selectUnacknowledged(store.getState()).map(({ id }) => id)).toEqual([1, 2]);
  });

  it('of the selected sensors can be acknowledged, those of others can’t', () => {
    const store = createAppStore({ selection: [{ feature: 'sensors', index: 0, id: 'R-1' }] });
    report(store, { alarms: [anAlarm(1), anAlarm(2, { sensorId: 'R-2' })] });
    expect(alarmsOfSelected(store.getState()).map(({ id }) => id)).toEqual([1]);
    store.setState({ selection: [{ feature: 'city', index: 0, id: 'R-1' }] });
    expect(alarmsOfSelected(store.getState())).toEqual([]);
  });

  it('are signed by the person, or by the room where nobody gave a name', () => {
    const store = createAppStore();
    acknowledge(store, [anAlarm(1)]);
    store.setState(({ preferences }) => ({
      preferences: { ...preferences, signature: ' Li Wei ' },
    }));
    acknowledge(store, [anAlarm(2)], '  seen on site ');
    expect(selectSensors(store.getState()).requests).toEqual([
      { id: 'acknowledge 1', kind: 'acknowledge', alarm: 1, by: 'Control room' },
      { id: 'acknowledge 2', kind: 'acknowledge', alarm: 2, by: 'Li Wei', note: 'seen on site' },
    ]);
  });
});

describe('a report', () => {
  it('wakes nobody where it says what was known', () => {
    const store = createAppStore();
    report(store, { connection: 'live', alarms: emptyReport.alarms });
    const listener = vi.fn();
    store.subscribe(listener);
    report(store, { connection: 'live', alarms: emptyReport.alarms });
    expect(listener).not.toHaveBeenCalled();
  });
});

describe('a shared link', () => {
  const through = (state: SensorsState) =>
    sensorsSlice.fromShared(JSON.parse(JSON.stringify(sensorsSlice.toShared(state) ?? null)));

  it('carries filter, colours, comparison and order, and not what was reported or asked', () => {
    const store = createAppStore();
    changeFilter(store, { kinds: ['river'], networks: ['storm'], statuses: ['alarm'], text: 'a' });
    colourSensors(store, 'waterLevel');
    toggleCharted(store, 'R-1/waterLevel');
    setSpan(store, '24h');
    sortSensors(store, { column: 'value', direction: 'descending' });
    ask(store, { id: 'next', kind: 'next-alarm' });
    report(store, { connection: 'live' });
    const state = selectSensors(store.getState());
    expect(through(state)).toEqual({ ...state, requests: [], report: emptyReport });
  });

  it('is nothing where nothing was changed', () => {
    expect(sensorsSlice.toShared(sensorsSlice.initial)).toBeUndefined();
  });

  it('keeps what it can read of any link, and never throws', () => {
    expect(
      sensorsSlice.fromShared({ kinds: ['river', 'teapot', 7], span: '9y', text: 5, ramp: 'mako' }),
    ).toEqual({
      ...sensorsSlice.initial,
      filter: { ...sensorsSlice.initial.filter, kinds: ['river'] },
      ramp: 'mako',
    });
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        expect(sensorsSlice.fromShared(anything).report).toBe(emptyReport);
      }),
    );
  });
});

describe('a link that is opened in the open city', () => {
  it('brings filter and colours, and keeps the open list, what is asked for and what was found out', () => {
    const store = createAppStore();
    changeFilter(store, { text: 'pump' });
    ask(store, { id: 'next', kind: 'next-alarm' });
    report(store, { connection: 'live' });
    const here = { ...selectSensors(store.getState()), isAlarmListOpen: true };
    const taken = sensorsSlice.takeShared(here, { version: 1, kinds: ['river'] });
    expect(taken.filter).toEqual({ ...sensorsSlice.initial.filter, kinds: ['river'] });
    const { isAlarmListOpen, requests, report: found } = here;
    expect(taken).toMatchObject({ isAlarmListOpen, requests, report: found });
    expect(taken.requests).toHaveLength(1);
  });
});
