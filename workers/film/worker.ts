import { type Endpoint, serve } from '../port.ts';
import type { FilmProtocol } from './protocol.ts';
import { createFilmService } from './service.ts';

serve<FilmProtocol>(self as unknown as Endpoint, createFilmService());
