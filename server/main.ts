// The server alone, for a machine where app and cities are built already: `npm run serve`.

import { fileURLToPath } from 'node:url';
import { startServer } from './listen.ts';
import { readSettings } from './settings.ts';

const settings = readSettings(process.env, fileURLToPath(new URL('..', import.meta.url)));
if (!settings.ok) fail(settings.reason);

try {
  const server = await startServer(settings.value);
  console.log(`Panopolis is at ${server.url}`);
  const stop = () => void server.close().then(() => process.exit(0));
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
