import { describe, expect, it } from 'vitest';
import { connect, type Endpoint, serve } from '../port.ts';
import { aFire, aRelease, aTownOf } from './a-smoke.ts';
import type { FireSmokeProtocol } from './protocol.ts';
import { createFireSmokeService } from './service.ts';

const city = {
  ...{ id: 'x', name: 'X', build: '1', crs: { horizontal: '', vertical: '' }, terrain: '' },
  ...{ columns: {}, collections: {} },
};

/** The real service behind the real port. */
function open() {
  const { port1, port2 } = new MessageChannel();
  let time = 0;
  serve<FireSmokeProtocol>(
    port1 as unknown as Endpoint,
    createFireSmokeService({ open: async () => aTownOf(), now: () => ++time }),
  );
  return connect<FireSmokeProtocol>(port2 as unknown as Endpoint, 'fire-smoke');
}

describe('the worker of smoke', () => {
  it('answers over the port with rasters that are moved, zones and a report', async () => {
    const worker = open();
    expect(await worker.call('open', { city })).toEqual({ buildings: 1681, sites: 0 });
    const smoke = await worker.call('smoke', aFire());
    expect(smoke.frame?.values.length).toBe((smoke.frame?.columns ?? 0) * (smoke.frame?.rows ?? 0));
    expect(smoke.zones).toMatchObject({ of: 'fire', timeS: 3600 });
    expect(smoke.report.elapsedMs).toBe(1);
    const release = await worker.call('release', aRelease());
    expect(release.report.zones).toHaveLength(3);
    expect(release.frame?.quantity).toBe('ammonia');
    worker.close();
  });

  it('says that no city is open', async () => {
    const worker = open();
    await expect(worker.call('smoke', aFire())).rejects.toThrow('No city is open for smoke.');
    worker.close();
  });
});
