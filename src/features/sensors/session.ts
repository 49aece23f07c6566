import type { SearchHit, Session, SessionContext } from '#features/feature.ts';
import { ELEMENT_READINGS } from '#model/element-reading.ts';
import { FIRE_READINGS } from '#model/fire-reading.ts';
import { NETWORK_READINGS } from '#model/network-reading.ts';
import { insideOf } from '#model/polygon.ts';
import { sensorKinds } from '#model/sensor-kind.ts';
import { WATER_READINGS } from '#model/water-reading.ts';
import { WEATHER_READINGS } from '#model/weather-reading.ts';
import { untilAskedAgain } from '#store/asked-again.ts';
import { followSource } from '#store/clock.ts';
import type { Selected } from '#store/selection.ts';
import type { AppStore, OpenCity } from '#store/store.ts';
import { watch } from '#store/watch.ts';
import { saveText } from '#ui/actions/save-file.ts';
import { startFeedWorker } from '#workers/feed/client.ts';
import { WorkerDiedError } from '#workers/port.ts';
import { keepGoing } from '#workers/supervisor.ts';
import { SENSOR_SERIES, SENSORS, type SensorColumns } from './contract.ts';
import { searchSensors } from './kernel/search.ts';
import { messages } from './messages.ts';
import { keepCharts } from './session/chart-keeper.ts';
import { Desk } from './session/desk.ts';
import { fulfilRequests } from './session/fulfil.ts';
import { createFeedProblems } from './session/problems.ts';
import { showTime } from './session/show-time.ts';
import { surroundingsOf, toSelected } from './session/surroundings.ts';
import type { FeedParts, World } from './session/world.ts';
import { emptyReport, report, selectSensors } from './state.ts';

const AGEING_MS = 5000;

export const startSession = (context: SessionContext) =>
  startSensorsSession(context, {
    startWorker: startFeedWorker,
    now: Date.now,
    save: (file, text) => saveText(file, text, 'text/csv'),
    waitMs: 15_000,
  });

/** Follows the feed of the city that is open in the store, and of the next one when another takes its place. */
export function startSensorsSession(
  context: Pick<SessionContext, 'store' | 'frames' | 'find'>,
  world: World,
): Session {
  const { store, frames } = context;
  const problems = createFeedProblems(store, world.now);
  let served: { readonly city: OpenCity | undefined; readonly abort: AbortController } | undefined;
  let columns: SensorColumns | undefined;

  function turnTo(city: OpenCity | undefined): AbortSignal {
    const before = served;
    served = { city, abort: new AbortController() };
    if (before) {
      before.abort.abort();
      problems.clearAll();
      frames.publish(SENSORS, undefined);
      frames.publish(SENSOR_SERIES, undefined);
      frames.publish(ELEMENT_READINGS, []);
      frames.publish(NETWORK_READINGS, []);
      frames.publish(WATER_READINGS, []);
      frames.publish(FIRE_READINGS, []);
      frames.publish(WEATHER_READINGS, []);
      followSource(store, undefined);
      report(store, emptyReport);
      columns = undefined;
    }
    return served.abort.signal;
  }

  function follow(): void {
    const { city } = store.getState();
    if (served && served.city === city) return;
    const signal = turnTo(city);
    if (!city?.manifest.layers.some(({ kind }) => kind === 'sensors')) return;
    const parts: FeedParts = { ...context, problems, city, world };
    void keepFollowing(parts, signal, (known) => {
      columns = known;
    });
  }
  const unfollow = store.subscribe(follow);
  follow();

  return {
    stop() {
      unfollow();
      turnTo(undefined);
    },
    async search(query, { limit }) {
      const known = columns;
      if (!known) return [];
      return searchSensors(known, query, limit).map((sensor) => toHit(known, sensor, store));
    },
    async findInside(polygon) {
      const known = columns;
      if (!known) return [];
      const isInside = insideOf(polygon);
      return known.id.flatMap((_, sensor): Selected[] =>
        isInside(known.longitude[sensor] ?? 0, known.latitude[sensor] ?? 0)
          ? [toSelected(known, sensor)]
          : [],
      );
    },
  };
}

function toHit(columns: SensorColumns, sensor: number, store: AppStore): SearchHit {
  const { language } = store.getState().preferences;
  const kind = columns.kind[sensor];
  const id = columns.id[sensor] ?? '';
  return {
    title: columns.name[sensor] ?? id,
    detail: [kind && sensorKinds[kind][language], id].filter(Boolean).join(' · '),
    selected: toSelected(columns, sensor),
    at: surroundingsOf(columns, sensor),
  };
}

/** A worker that dies is followed by the next; a city whose feed can't be read is asked again after a while. */
function keepFollowing(
  parts: FeedParts,
  signal: AbortSignal,
  know: (columns: SensorColumns) => void,
): Promise<void> {
  const { store, problems, world } = parts;
  return keepGoing(() => followOnce(parts, signal, know), {
    signal,
    onRestart: (error) => problems.say('worker', messages.workerRestarting(error.message)),
    onGivenUp(error) {
      if (error instanceof WorkerDiedError) {
        problems.say('worker', messages.workerGivenUp(error.message));
      } else {
        problems.say('catalogue', messages.absent(error.message));
        report(store, { connection: 'absent' });
      }
    },
    untilAgain: () => untilAskedAgain(store, SENSORS, world.waitMs, signal),
  });
}

async function followOnce(
  parts: FeedParts,
  signal: AbortSignal,
  know: (columns: SensorColumns) => void,
): Promise<void> {
  const { store, city, problems, world } = parts;
  const worker = world.startWorker();
  const ends: (() => void)[] = [() => worker.close()];
  try {
    const { origin } = new URL(city.baseUrl);
    const sensors = await worker.call('open', { city: city.manifest.id, origin }, { signal });
    problems.say('worker', undefined);
    problems.say('catalogue', undefined);
    const desk = new Desk(parts, sensors);
    know(desk.columns);
    const ageing = setInterval(() => desk.age(), AGEING_MS);
    ends.push(
      () => clearInterval(ageing),
      showTime(worker, parts, signal),
      fulfilRequests(worker, desk, parts, signal),
      keepCharts(worker, desk, parts, signal),
      watch(
        store,
        (state) => {
          const { filter, colourBy, ramp } = selectSensors(state);
          return [filter, colourBy, ramp];
        },
        () => desk.publish(),
      ),
    );
    for await (const item of worker.stream('follow', undefined, { signal })) {
      desk.take(item);
      know(desk.columns);
    }
    // The stream of a living worker has no end.
    signal.throwIfAborted();
    throw new WorkerDiedError('feed', 'it went silent');
  } finally {
    for (const end of ends.reverse()) end();
  }
}
