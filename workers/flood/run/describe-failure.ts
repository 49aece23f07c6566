// One sentence a person can act on: what failed, at which cell and place, with which value.

import type { FloodGround } from '../parts.ts';

/** Errors of solvers carry `cell`; they are known by it, since classes don't cross modules loaded twice. */
export function describeFailure(error: unknown, ground: FloodGround | undefined): string {
  const message = error instanceof Error ? error.message : String(error);
  const cell = cellOf(error);
  if (cell === undefined || !ground) return message;
  const [longitude, latitude] = ground.toPlace(cell);
  const place = `longitude ${longitude.toFixed(5)}°, latitude ${latitude.toFixed(5)}°`;
  return `${message.replace(/\.$/, '')}, at ${place}.`;
}

function cellOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || error.name !== 'FloodError' || !('cell' in error)) {
    return undefined;
  }
  return typeof error.cell === 'number' && error.cell >= 0 ? error.cell : undefined;
}
