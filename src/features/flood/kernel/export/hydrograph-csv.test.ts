import { expect, it } from 'vitest';
import { toHydrographCsv } from './hydrograph-csv.ts';

it('writes points and lines over time, with what is not known left empty', () => {
  const csv = toHydrographCsv(
    [
      {
        name: 'School, "north"',
        timeS: Float64Array.of(0, 60),
        depthM: Float32Array.of(0, 0.25),
        levelM: Float32Array.of(Number.NaN, 2.5),
        speedMs: Float32Array.of(0, 1.125),
      },
      { name: 'Gap', timeS: Float64Array.of(60), flowM3s: Float32Array.of(-12.5) },
    ],
    Date.UTC(2026, 0, 2, 3, 4, 5),
    ['simulated,\nlocal inertial'],
  );
  expect(csv.split('\r\n')).toEqual([
    '# simulated, local inertial',
    'time_s,time_utc,point,depth_m,level_m,speed_ms,flow_m3s',
    '0,2026-01-02T03:04:05.000Z,"School, ""north""",0,,0,',
    '60,2026-01-02T03:05:05.000Z,"School, ""north""",0.25,2.5,1.125,',
    '60,2026-01-02T03:05:05.000Z,Gap,,,,-12.5',
    '',
  ]);
});
