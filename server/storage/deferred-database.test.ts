import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import type { Database } from './database.ts';
import { createDeferredDatabase, UnavailableError } from './deferred-database.ts';

it('refuses with the latest reason until it is there, and again when it is closed', async () => {
  const calls: string[] = [];
  const real: Database = {
    query: async (sql) => {
      calls.push(sql);
      return [];
    },
    copyIn: async () => 7,
    transact: (work) => work(real),
    close: async () => {
      calls.push('close');
    },
  };
  const database = createDeferredDatabase('It starts.');
  await expect(database.query('select 1')).rejects.toThrow(new UnavailableError('It starts.'));
  database.refuse('It is broken.');
  await expect(database.transact(async () => 1)).rejects.toThrow('It is broken.');
  await expect(database.copyIn('copy', Readable.from([]))).rejects.toThrow('It is broken.');
  database.open(real);
  expect(await database.copyIn('copy', Readable.from([]))).toBe(7);
  await database.transact((queries) => queries.query('select 2'));
  await database.close();
  await database.close();
  expect(calls).toEqual(['select 2', 'close']);
  await expect(database.query('select 3')).rejects.toThrow('The server is stopping.');
});
