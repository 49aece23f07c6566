import { join, resolve } from 'node:path';
import { failure, type Result, success } from '#model/result.ts';
import type { OperationsOptions } from './operations/operations.ts';

export interface Settings {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Absolute folder with one folder per city. */
  readonly dataFolder: string;
  /** Absolute folder of the built app. */
  readonly appFolder: string;
  /** PostgreSQL that somebody else runs; else the embedded one. */
  readonly databaseUrl?: string | undefined;
  /** Absolute folder of the embedded PostgreSQL; `.database` in the data folder by default. */
  readonly databaseFolder?: string;
  /** How many days of readings are kept; 14 by default. */
  readonly keepDays?: number;
}

export const DEFAULT_KEEP_DAYS = 14;

/**
 * Reads `HOST`, `PORT`, `PANOPOLIS_DATA`, `DATABASE_URL`, `PANOPOLIS_DATABASE` and `PANOPOLIS_KEEP_DAYS`;
 * relative folders start at `root`.
 */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
  root: string,
): Result<Settings, string> {
  const portText = environment.PORT || '8080';
  const port = Number(portText);
  if (!/^\d+$/.test(portText) || port > 65535) {
    return failure(`PORT is “${portText}”; expected a whole number from 0 to 65535.`);
  }
  const daysText = environment.PANOPOLIS_KEEP_DAYS || String(DEFAULT_KEEP_DAYS);
  const keepDays = Number(daysText);
  if (!/^\d+$/.test(daysText) || keepDays < 1 || keepDays > 3650) {
    return failure(`PANOPOLIS_KEEP_DAYS is “${daysText}”; expected a whole number from 1 to 3650.`);
  }
  const dataFolder = resolve(root, environment.PANOPOLIS_DATA || 'tilesets');
  return success({
    host: environment.HOST || 'localhost',
    port,
    dataFolder,
    appFolder: resolve(root, 'dist'),
    databaseUrl: environment.DATABASE_URL || undefined,
    databaseFolder: resolve(root, environment.PANOPOLIS_DATABASE || join(dataFolder, '.database')),
    keepDays,
  });
}

/** What works behind the routes, told in one sentence each what happens to it. */
export const toOperationsOptions = (
  settings: Omit<Settings, 'host' | 'port' | 'appFolder'>,
  report: (sentence: string) => void,
): OperationsOptions => ({
  dataFolder: settings.dataFolder,
  databaseUrl: settings.databaseUrl,
  databaseFolder: settings.databaseFolder ?? join(settings.dataFolder, '.database'),
  keepDays: settings.keepDays ?? DEFAULT_KEEP_DAYS,
  report,
});
