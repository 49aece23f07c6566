// Errors across threads: classes don't survive the way.

import { InputError } from '#model/input-error.ts';
import type { ThreadFailure } from './thread-job.ts';

export function toFailure(error: unknown): ThreadFailure {
  if (!(error instanceof Error)) return { message: String(error), stack: undefined };
  const place = error instanceof InputError ? { place: error.place } : {};
  return { message: error.message, stack: error.stack, ...place };
}

export function fromFailure({ message, place, stack }: ThreadFailure): Error {
  if (!place) return Object.assign(new Error(message), { stack });
  const prefix = place.at ? `${place.file}, ${place.at}: ` : `${place.file}: `;
  return new InputError(place, message.slice(prefix.length));
}
