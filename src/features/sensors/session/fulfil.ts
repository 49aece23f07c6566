import type { Text } from '#model/text.ts';
import { poseLookingAt } from '#scene/camera-pose.ts';
import { flyTo } from '#store/camera.ts';
import { select } from '#store/selection.ts';
import { watch } from '#store/watch.ts';
import { openTab } from '#store/workbench.ts';
import type { FeedWorker } from '#workers/feed/client.ts';
import { SENSORS } from '../contract.ts';
import { chartedIdOf, findRow, findSensor, rowsOf } from '../kernel/columns.ts';
import { spanMs } from '../kernel/series.ts';
import { toSeriesCsv } from '../kernel/series-csv.ts';
import { messages } from '../messages.ts';
import {
  fail,
  MOST_CHARTED,
  type SensorsRequest,
  selectSensors,
  selectUnacknowledged,
  settle,
  toggleCharted,
} from '../state.ts';
import type { Desk } from './desk.ts';
import { surroundingsOf, toSelected } from './surroundings.ts';
import type { FeedParts } from './world.ts';

/** Does what the state asks for, each request once; says at those that fail why. */
export function fulfilRequests(
  worker: FeedWorker,
  desk: Desk,
  parts: FeedParts,
  signal: AbortSignal,
): () => void {
  const { store } = parts;
  const begun = new WeakSet<SensorsRequest>();

  async function fulfil(request: SensorsRequest): Promise<void> {
    try {
      const failure = await act(request, worker, desk, parts, signal);
      if (!isCurrent(request)) return;
      if (failure) fail(store, request.id, failure);
      else settle(store, request.id);
    } catch (error) {
      if (signal.aborted || !isCurrent(request)) return;
      fail(store, request.id, sentenceOf(error));
    }
  }
  const isCurrent = (request: SensorsRequest) =>
    selectSensors(store.getState()).requests.includes(request);

  function begin(): void {
    for (const request of selectSensors(store.getState()).requests) {
      if (request.failure || begun.has(request)) continue;
      begun.add(request);
      void fulfil(request);
    }
  }
  begin();
  return watch(store, (state) => [selectSensors(state).requests], begin);
}

const sentenceOf = (error: unknown): Text =>
  messages.failed(error instanceof Error ? error.message : String(error));

/** Returns what a person should know where it can't be done; throws what the server or the worker says. */
async function act(
  request: SensorsRequest,
  worker: FeedWorker,
  desk: Desk,
  parts: FeedParts,
  signal: AbortSignal,
): Promise<Text | undefined> {
  const { store } = parts;
  switch (request.kind) {
    case 'acknowledge': {
      const { alarm: id, by, note } = request;
      const params = { id, by, ...(note !== undefined && { note }) };
      desk.noteAlarm(await worker.call('acknowledge', params, { signal }));
      return undefined;
    }
    case 'thresholds': {
      const { number, thresholds } = request;
      await worker.call('setThresholds', { number, thresholds }, { signal });
      desk.noteThresholds(number, thresholds);
      return undefined;
    }
    case 'clock': {
      const { nowMs, rate } = request;
      const params = { ...(nowMs !== undefined && { nowMs }), ...(rate !== undefined && { rate }) };
      desk.noteClock(await worker.call('setClock', params, { signal }));
      return undefined;
    }
    case 'next-alarm':
      flyToNextAlarm(desk, parts);
      return undefined;
    case 'compare-selected':
      compareSelected(desk, parts);
      return undefined;
    case 'export':
      await exportReadings(request, worker, desk, parts, signal);
      return undefined;
    case 'select-building': {
      const building = request.building ?? buildingOfSelected(desk, store);
      const found = building && (await parts.find('city', building, signal));
      if (!found) return messages.buildingGone;
      select(store, [found.selected]);
      openTab(store, 'inspector');
      flyTo(store, poseLookingAt(found.at));
      return undefined;
    }
  }
}

/** The building that the selected sensor is in. */
function buildingOfSelected({ columns }: Desk, store: FeedParts['store']): string | undefined {
  const one = store.getState().selection.find(({ feature }) => feature === SENSORS);
  const sensor = one && findSensor(columns, one.id);
  return sensor === undefined ? undefined : columns.building[sensor];
}

/** The alarm after that of the selected sensor, in the order of the list; the first one after the last. */
function flyToNextAlarm({ columns }: Desk, { store }: FeedParts): void {
  const state = store.getState();
  const waiting = selectUnacknowledged(state);
  const alarms = waiting.length > 0 ? waiting : selectSensors(state).report.alarms;
  const selected = state.selection.find(({ feature }) => feature === SENSORS)?.id;
  const at = alarms.findIndex(({ sensorId }) => sensorId === selected);
  const others = [...alarms.slice(at + 1), ...alarms.slice(0, at + 1)];
  const next = others.find(({ sensorId }) => sensorId !== selected) ?? others[0];
  if (!next) return;
  select(store, [toSelected(columns, next.sensor)]);
  flyTo(store, poseLookingAt(surroundingsOf(columns, next.sensor)));
}

/** Puts the first datastream of each selected sensor into the comparison, and opens it. */
function compareSelected({ columns }: Desk, { store }: FeedParts): void {
  const { selection } = store.getState();
  for (const { feature, id } of selection.slice(0, MOST_CHARTED)) {
    const sensor = feature === SENSORS ? findSensor(columns, id) : undefined;
    const [row] = sensor === undefined ? [] : rowsOf(columns, sensor);
    const charted = row === undefined ? undefined : chartedIdOf(columns, row);
    const isNew = charted && !selectSensors(store.getState()).charted.includes(charted);
    if (isNew) toggleCharted(store, charted);
  }
  openTab(store, 'time');
}

async function exportReadings(
  { numbers, span }: Extract<SensorsRequest, { kind: 'export' }>,
  worker: FeedWorker,
  { columns }: Desk,
  { store, world }: FeedParts,
  signal: AbortSignal,
): Promise<void> {
  const { clock, preferences } = store.getState();
  const toMs = clock.now + 1;
  const params = { datastreams: numbers, fromMs: toMs - spanMs[span], toMs };
  const history = await worker.call('history', params, { signal });
  const exported = history.flatMap(({ datastream, ...series }) => {
    const row = findRow(columns, datastream);
    const property = row === undefined ? undefined : columns.rows.property[row];
    const sensor = row === undefined ? undefined : columns.rows.sensor[row];
    if (property === undefined || sensor === undefined) return [];
    const id = columns.id[sensor] ?? '';
    return [{ sensor: id, name: columns.name[sensor] ?? id, property, series }];
  });
  const [first] = exported;
  const subject = exported.every(({ sensor }) => sensor === first?.sensor)
    ? first?.sensor
    : undefined;
  const day = new Date(clock.now).toISOString().slice(0, 16).replaceAll(':', '');
  world.save(
    `${subject ?? 'sensors'}-${span}-${day}Z.csv`,
    toSeriesCsv(exported, preferences.language),
  );
}
