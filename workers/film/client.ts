import { connect, type Port } from '../port.ts';
import type { FilmProtocol } from './protocol.ts';

export const startFilmWorker = (): Port<FilmProtocol> =>
  connect(
    new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'film' }),
    'film',
  );
