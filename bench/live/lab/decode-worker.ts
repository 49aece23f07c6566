// Decodes what the feed's worker decodes, in a worker, and the same readings as SensorThings JSON.

import { formatLiveFrame, parseLiveFrame } from '#contract/live-frame.ts';
import { LiveState } from '#workers/feed/live-state.ts';
import { toRows } from '#workers/feed/rows.ts';

const SENSORS = 10_000;
const FRAMES = 60;
const JSON_FRAMES = 10;

const start = Date.UTC(2026, 10, 26);
const rows = toRows({
  simulated: false,
  sensors: [
    {
      ...{ id: 'S', kind: 'river', name: 'S', longitudeDeg: 4, latitudeDeg: 52, heightM: 0 },
      datastreams: Array.from({ length: SENSORS }, (_, at) => ({
        ...{ id: `d${at}`, property: 'waterLevel', intervalS: 1 },
        number: at + 1,
      })),
    },
  ],
});
const columns = (second: number) => ({
  datastream: rows.number,
  timeMs: new Float64Array(SENSORS).fill(start + second * 1000),
  value: Float32Array.from(rows.number, (number) => Math.sin(number + second)),
  quality: new Uint8Array(SENSORS),
});
const frames = Array.from({ length: FRAMES }, (_, second) =>
  formatLiveFrame({
    ...columns(second),
    ...{ sequence: second, topic: 1, sourceTimeMs: start + second * 1000, isSnapshot: false },
  }),
);
const texts = Array.from({ length: JSON_FRAMES }, (_, second) => {
  const { datastream, timeMs, value } = columns(second);
  return JSON.stringify({
    value: Array.from(datastream, (number, row) => ({
      '@iot.id': number,
      phenomenonTime: new Date(timeMs[row] ?? 0).toISOString(),
      result: value[row],
      resultQuality: 'good',
      'Datastream@iot.navigationLink': `Observations(${number})/Datastream`,
    })),
  });
});

/** Readings a second. */
function rate(count: number, decode: (at: number) => void): number {
  for (let at = 0; at < count; at += 1) decode(at);
  const began = performance.now();
  for (let at = 0; at < count; at += 1) decode(at);
  return (count * SENSORS) / ((performance.now() - began) / 1000);
}

const frameState = new LiveState(rows);
const ours = rate(FRAMES, (at) => {
  const frame = frames[at];
  if (!frame) return;
  frameState.take(parseLiveFrame(frame), start);
  // What a page gets of it.
  frameState.state.toColumns(start);
});

const jsonState = new LiveState(rows);
const theirs = rate(JSON_FRAMES, (at) => {
  const { value: observations } = JSON.parse(texts[at] ?? '') as {
    value: { '@iot.id': number; phenomenonTime: string; result: number }[];
  };
  const timeMs = Float64Array.from(observations, ({ phenomenonTime }) =>
    Date.parse(phenomenonTime),
  );
  const read = {
    datastream: Uint32Array.from(observations, (one) => one['@iot.id']),
    timeMs,
    value: Float64Array.from(observations, ({ result }) => result),
    quality: new Uint8Array(SENSORS),
  };
  const meta = { sequence: at, topic: 1, sourceTimeMs: timeMs[0] ?? 0, isSnapshot: false };
  jsonState.take({ ...read, ...meta }, start);
  jsonState.state.toColumns(start);
});

postMessage([ours, theirs]);
