import { resolve } from 'node:path';
import { failure, type Result, success } from '#model/result.ts';

export interface Settings {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Absolute folder with one folder per city. */
  readonly dataFolder: string;
  /** Absolute folder of the built app. */
  readonly appFolder: string;
}

/** Reads `HOST`, `PORT` and `PANOPOLIS_DATA`; relative folders start at `root`. */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
  root: string,
): Result<Settings, string> {
  const portText = environment.PORT || '8080';
  const port = Number(portText);
  if (!/^\d+$/.test(portText) || port > 65535) {
    return failure(`PORT is “${portText}”; expected a whole number from 0 to 65535.`);
  }
  return success({
    host: environment.HOST || 'localhost',
    port,
    dataFolder: resolve(root, environment.PANOPOLIS_DATA || 'tilesets'),
    appFolder: resolve(root, 'dist'),
  });
}
