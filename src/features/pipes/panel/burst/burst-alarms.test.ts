import { describe, expect, it } from 'vitest';
import type { NetworkReading } from '#model/network-reading.ts';
import { burstAlarms } from './burst-alarms.ts';

const reading = (sensor: string, part: Partial<NetworkReading> = {}): NetworkReading => ({
  ...{ network: 'water', element: 'J-1', sensor, name: sensor, property: 'waterPressure' },
  ...{ value: 1.5e5, timeMs: 0, isSimulated: true, isStale: false, isAlarm: true },
  ...part,
});

describe('alarms that a burst may begin with', () => {
  it('are fresh ones of pipes under pressure, and none of a full sewer', () => {
    const readings = [
      reading('logger'),
      reading('regulator', { network: 'gas' }),
      reading('sewer', { network: 'sanitary', property: 'waterLevel' }),
      reading('old', { isStale: true }),
      reading('calm', { isAlarm: false }),
    ];
    expect(burstAlarms(readings).map(({ sensor }) => sensor)).toEqual(['logger', 'regulator']);
  });
});
