import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer } from './listen.ts';
import { readSettings, type Settings } from './settings.ts';
import { aTestHouse, type TestHouse } from './test-house.ts';

describe('settings', () => {
  it('stay on this machine, at port 8080, with the data in tilesets', () => {
    expect(readSettings({}, '/house')).toEqual({
      ok: true,
      value: {
        host: 'localhost',
        port: 8080,
        dataFolder: '/house/tilesets',
        appFolder: '/house/dist',
        databaseUrl: undefined,
        databaseFolder: '/house/tilesets/.database',
        keepDays: 14,
      },
    });
  });

  it('take PORT, HOST and PANOPOLIS_DATA from the environment', () => {
    const read = readSettings({ PORT: '90', HOST: '::1', PANOPOLIS_DATA: '/data' }, '/house');
    expect(read).toMatchObject({ value: { port: 90, host: '::1', dataFolder: '/data' } });
  });

  it('take DATABASE_URL, PANOPOLIS_DATABASE and PANOPOLIS_KEEP_DAYS', () => {
    const read = readSettings(
      { DATABASE_URL: 'postgres://db', PANOPOLIS_DATABASE: 'records', PANOPOLIS_KEEP_DAYS: '90' },
      '/house',
    );
    expect(read).toMatchObject({
      value: { databaseUrl: 'postgres://db', databaseFolder: '/house/records', keepDays: 90 },
    });
  });

  it.each(['0', '-1', 'all', '3651'])('say what is wrong with PANOPOLIS_KEEP_DAYS=%s', (days) => {
    expect(readSettings({ PANOPOLIS_KEEP_DAYS: days }, '/house')).toEqual({
      ok: false,
      reason: `PANOPOLIS_KEEP_DAYS is “${days}”; expected a whole number from 1 to 3650.`,
    });
  });

  it.each(['http', '80.5', '-1', '65536', '0x50'])('say what is wrong with PORT=%s', (port) => {
    expect(readSettings({ PORT: port }, '/house')).toEqual({
      ok: false,
      reason: `PORT is “${port}”; expected a whole number from 0 to 65535.`,
    });
  });
});

describe('a listening server', () => {
  let house: TestHouse;
  let settings: Settings;
  beforeAll(async () => {
    house = await aTestHouse();
    settings = { ...house, host: '127.0.0.1', port: 0 };
  });
  afterAll(() => house.remove());

  it('answers at the address it names and closes with a connection still open', async () => {
    const server = await startServer(settings);
    const answer = await fetch(`${server.url.replace('localhost', '127.0.0.1')}/`);
    expect(await answer.text()).toContain('Panopolis');
    await server.close();
    await expect(fetch(server.url)).rejects.toThrow();
  });

  it('says which port is taken and how to choose another', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve, reject) => {
      other.listen(0, '127.0.0.1', () => {
        const address = other.address();
        if (typeof address === 'object' && address) resolve(address.port);
        else reject(new Error('no port'));
      });
    });
    await expect(startServer({ ...settings, port })).rejects.toThrow(
      `Port ${port} is taken by another program; choose another one, e.g. PORT=${port + 1} npm start.`,
    );
    other.close();
  });

  it('says when HOST is no address of this machine', async () => {
    await expect(startServer({ ...settings, host: '192.0.2.7' })).rejects.toThrow(
      'HOST is “192.0.2.7”, which is no address of this machine',
    );
  });
});
