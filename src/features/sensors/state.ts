import * as v from 'valibot';
import type { Alarm, LiveClock } from '#contract/live-event.ts';
import { type RampId, rampId } from '#model/colour-ramp.ts';
import { isObservedPropertyId, type ObservedPropertyId } from '#model/observed-property.ts';
import { isSensorKind, type SensorKind } from '#model/sensor-kind.ts';
import type { Text } from '#model/text.ts';
import type { Thresholds } from '#model/thresholds.ts';
import { type UtilityNetwork, utilityNetworks } from '#model/utility-network.ts';
import { defineSlice } from '#store/slice.ts';
import type { AppState, AppStore } from '#store/store.ts';
import { SENSORS, type SensorCounts, type SensorFilter, statuses } from './contract.ts';
import { alarmState } from './kernel/alarm.ts';
import { initialSort, type SensorSort } from './kernel/order.ts';
import type { Span } from './kernel/series.ts';

export interface SensorsState {
  readonly filter: SensorFilter;
  /** What the sensors are coloured by; their level where undefined. */
  readonly colourBy: ObservedPropertyId | undefined;
  readonly ramp: RampId;
  readonly sort: SensorSort;
  /** Datastreams compared at the bottom, as `sensor/datastream`. */
  readonly charted: readonly string[];
  readonly span: Span;
  /** The part of the span that a chart is zoomed to. */
  readonly zoom: { readonly fromMs: number; readonly toMs: number } | undefined;
  readonly isAlarmListOpen: boolean;
  /** What the session is asked to do; it takes away what is done and says at the others why they failed. */
  readonly requests: readonly SensorsRequest[];
  readonly report: SensorsReport;
}

export type SensorsRequest = {
  /** A newer one with the same id takes its place. */
  readonly id: string;
  readonly failure?: Text;
} & (
  | {
      readonly kind: 'acknowledge';
      readonly alarm: number;
      readonly by: string;
      readonly note?: string;
    }
  | { readonly kind: 'thresholds'; readonly number: number; readonly thresholds: Thresholds }
  | { readonly kind: 'clock'; readonly nowMs?: number; readonly rate?: number }
  | { readonly kind: 'next-alarm' }
  | { readonly kind: 'compare-selected' }
  | { readonly kind: 'export'; readonly numbers: readonly number[]; readonly span: Span }
  /** The building of the selected sensor where none is named. */
  | { readonly kind: 'select-building'; readonly building?: string }
);

/** An alarm with the sensor that it is about. */
export interface SensorAlarm extends Alarm {
  /** Position and id of the sensor. */
  readonly sensor: number;
  readonly sensorId: string;
  readonly name: string;
  readonly property: ObservedPropertyId;
}

/** What the session found out; never shared. */
export interface SensorsReport {
  /** `opening` until the catalogue is read; `absent` where the server has no feed of this city. */
  readonly connection: 'opening' | 'absent' | 'connecting' | 'catching-up' | 'live' | 'offline';
  /** Since when, ms UTC by this machine's clock. */
  readonly connectionSinceMs: number | undefined;
  readonly shown: 'live' | 'replay';
  /** Whether a replay waits for readings on their way. */
  readonly isLoading: boolean;
  /** The instant that the readings show, ms UTC. */
  readonly sourceTimeMs: number | undefined;
  /** The latest reading among them. */
  readonly latestMs: number | undefined;
  /** Datastreams with a reading, and those without fresh news. */
  readonly readingCount: number;
  readonly staleCount: number;
  readonly clock: LiveClock | undefined;
  readonly counts: SensorCounts | undefined;
  /** Those that stand or wait to be acknowledged, the most urgent first. */
  readonly alarms: readonly SensorAlarm[];
  readonly isSimulated: boolean;
  readonly isSeriesLoading: boolean;
  readonly seriesFailure: string | undefined;
}

export const emptyReport: SensorsReport = {
  connection: 'opening',
  connectionSinceMs: undefined,
  shown: 'live',
  isLoading: false,
  sourceTimeMs: undefined,
  latestMs: undefined,
  readingCount: 0,
  staleCount: 0,
  clock: undefined,
  counts: undefined,
  alarms: [],
  isSimulated: false,
  isSeriesLoading: false,
  seriesFailure: undefined,
};

export const noFilter: SensorFilter = { kinds: [], networks: [], statuses: [], text: '' };

const initial: SensorsState = {
  filter: noFilter,
  colourBy: undefined,
  ramp: 'viridis',
  sort: initialSort,
  charted: [],
  span: '1h',
  zoom: undefined,
  isAlarmListOpen: false,
  requests: [],
  report: emptyReport,
};

/** More lines than this in one chart can't be told apart. */
export const MOST_CHARTED = 6;
const SHARED_VERSION = 1;

export const sensorsSlice = defineSlice<SensorsState>({
  id: SENSORS,
  initial,
  toShared,
  fromShared,
  keep: (linked, { isAlarmListOpen, requests, report }) => ({
    ...linked,
    isAlarmListOpen,
    requests,
    report,
  }),
});
export const selectSensors = sensorsSlice.select;

function toShared({ filter, colourBy, ramp, sort, charted, span }: SensorsState): unknown {
  const { kinds, networks, statuses: standings, text } = filter;
  const difference = {
    ...(kinds.length > 0 && { kinds }),
    ...(networks.length > 0 && { networks }),
    ...(standings.length > 0 && { statuses: standings }),
    ...(text !== '' && { text }),
    ...(colourBy && { colourBy }),
    ...(ramp !== initial.ramp && { ramp }),
    ...((sort.column !== initial.sort.column || sort.direction !== initial.sort.direction) && {
      sort,
    }),
    ...(charted.length > 0 && { charted }),
    ...(span !== initial.span && { span }),
  };
  return Object.keys(difference).length === 0
    ? undefined
    : { version: SHARED_VERSION, ...difference };
}

const sharedParts = v.fallback(v.record(v.string(), v.unknown()), {});
const networkNames = Object.keys(utilityNetworks) as UtilityNetwork[];
const isKind = v.custom<SensorKind>((kind) => typeof kind === 'string' && isSensorKind(kind));
const property = v.custom<ObservedPropertyId>(
  (id) => typeof id === 'string' && isObservedPropertyId(id),
);
const sharedSort = v.object({
  column: v.picklist(['status', 'name', 'value', 'age']),
  direction: v.picklist(['ascending', 'descending']),
});

/** Keeps every part that can be read, whatever the rest is: a link never stops working. */
function fromShared(shared: unknown): SensorsState {
  const part = v.parse(sharedParts, shared);
  const read = <Value>(schema: v.GenericSchema<unknown, Value>, value: unknown): Value[] => {
    const parsed = v.safeParse(schema, value);
    return parsed.success ? [parsed.output] : [];
  };
  const readEach = <Value>(schema: v.GenericSchema<unknown, Value>, values: unknown): Value[] => [
    ...new Set(Array.isArray(values) ? values.flatMap((value) => read(schema, value)) : []),
  ];
  return {
    ...initial,
    filter: {
      kinds: readEach(isKind, part.kinds),
      networks: readEach(v.picklist(networkNames), part.networks),
      statuses: readEach(v.picklist(statuses), part.statuses),
      text: read(v.string(), part.text)[0] ?? '',
    },
    colourBy: read(property, part.colourBy)[0],
    ramp: read(rampId, part.ramp)[0] ?? initial.ramp,
    sort: read(sharedSort, part.sort)[0] ?? initial.sort,
    charted: readEach(v.string(), part.charted).slice(0, MOST_CHARTED),
    span: read(v.picklist(['1h', '24h', '7d']), part.span)[0] ?? initial.span,
  };
}

const change = (store: AppStore, part: Partial<SensorsState>) =>
  sensorsSlice.update(store, (state) => ({ ...state, ...part }));

export const changeFilter = (store: AppStore, part: Partial<SensorFilter>) =>
  sensorsSlice.update(store, (state) => ({ ...state, filter: { ...state.filter, ...part } }));

export const clearFilter = (store: AppStore) => change(store, { filter: noFilter });

/** Whether anything is filtered out. */
export const isFiltering = ({
  kinds,
  networks,
  statuses: standings,
  text,
}: SensorFilter): boolean =>
  kinds.length + networks.length + standings.length > 0 || text.trim() !== '';

export const colourSensors = (store: AppStore, colourBy: ObservedPropertyId | undefined) =>
  change(store, { colourBy });

export const setRamp = (store: AppStore, ramp: RampId) => change(store, { ramp });

export const sortSensors = (store: AppStore, sort: SensorSort | undefined) =>
  change(store, { sort: sort ?? initial.sort });

export const setSpan = (store: AppStore, span: Span) => change(store, { span, zoom: undefined });

export const setZoom = (store: AppStore, zoom: SensorsState['zoom']) => change(store, { zoom });

export const openAlarmList = (store: AppStore, isAlarmListOpen: boolean) =>
  change(store, { isAlarmListOpen });

/** Adds a datastream to the comparison, or takes it away; the oldest gives way where it is full. */
export const toggleCharted = (store: AppStore, datastream: string) =>
  sensorsSlice.update(store, (state) => ({
    ...state,
    charted: state.charted.includes(datastream)
      ? state.charted.filter((one) => one !== datastream)
      : [...state.charted, datastream].slice(-MOST_CHARTED),
  }));

export const clearCharted = (store: AppStore) => change(store, { charted: [] });

/** Asks the session; takes the place of an earlier request with the same id. */
export const ask = (store: AppStore, request: SensorsRequest) =>
  sensorsSlice.update(store, (state) => ({
    ...state,
    requests: [...state.requests.filter(({ id }) => id !== request.id), request],
  }));

/** Takes a request away: it is done, or the person has read why it failed. */
export const settle = (store: AppStore, id: string) =>
  sensorsSlice.update(store, (state) =>
    state.requests.some((one) => one.id === id)
      ? { ...state, requests: state.requests.filter((one) => one.id !== id) }
      : state,
  );

export const fail = (store: AppStore, id: string, failure: Text) =>
  sensorsSlice.update(store, (state) => ({
    ...state,
    requests: state.requests.map((one) => (one.id === id ? { ...one, failure } : one)),
  }));

/** The request of that id: on its way, or failed. */
export const selectRequest =
  (id: string) =>
  (state: AppState): SensorsRequest | undefined =>
    selectSensors(state).requests.find((one) => one.id === id);

export const report = (store: AppStore, part: Partial<SensorsReport>) =>
  sensorsSlice.update(store, (state) => {
    const entries = Object.entries(part) as [keyof SensorsReport, unknown][];
    const isNews = entries.some(([key, value]) => !Object.is(state.report[key], value));
    return isNews ? { ...state, report: { ...state.report, ...part } } : state;
  });

/** Alarms that nobody has acknowledged; warnings don't call for it. */
export const selectUnacknowledged = (state: AppState): readonly SensorAlarm[] =>
  selectSensors(state).report.alarms.filter((alarm) => alarm.level === 'alarm' && waits(alarm));

const waits = (alarm: Alarm) => ['unacknowledged', 'returned'].includes(alarmState(alarm));

/** Those of the selected sensors that wait to be acknowledged, warnings too. */
export function alarmsOfSelected(state: AppState): readonly SensorAlarm[] {
  const ids = new Set(
    state.selection.filter(({ feature }) => feature === SENSORS).map(({ id }) => id),
  );
  if (ids.size === 0) return [];
  return selectSensors(state).report.alarms.filter(
    (alarm) => ids.has(alarm.sensorId) && waits(alarm),
  );
}

export const thresholdsId = (number: number) => `thresholds ${number}`;

export const acknowledgementId = (alarm: number) => `acknowledge ${alarm}`;

/** Says for all of them that a person knows, signed by the preferences' signature or the room's name. */
export function acknowledge(store: AppStore, alarms: readonly Alarm[], note?: string): void {
  const { signature, language } = store.getState().preferences;
  const by = signature.trim() || (language === 'zh' ? '值班室' : 'Control room');
  for (const { id } of alarms) {
    ask(store, {
      id: acknowledgementId(id),
      kind: 'acknowledge',
      alarm: id,
      by,
      ...(note?.trim() && { note: note.trim() }),
    });
  }
}
