// Streets that flood, fire and works close for cars while people leave.

import { closureSources, type RoadClosures, roadClosuresOf } from '#model/road-closures.ts';
import type { Frames } from '#scene/frames.ts';
import type { ClosedStreet } from '#workers/fire-evacuation/client.ts';

/** What closes within this time after the order (ms) is taken as closed from the beginning. */
const SOON_MS = 30 * 60_000;

const channels = closureSources.map(roadClosuresOf);

export const isClosureChannel = (channel: string): boolean => channels.includes(channel);

/** Each street once, of the first source that closes it. What stops engines stops cars too. */
export function closedAt(frames: Frames, atMs: number): readonly ClosedStreet[] {
  const closed = new Map<string, ClosedStreet>();
  for (const channel of channels) {
    const closures = frames.peek<RoadClosures>(channel);
    if (!closures) continue;
    for (const { id, fromMs, untilMs } of closures.streets) {
      const isThen = fromMs <= atMs + SOON_MS && (untilMs === undefined || untilMs > atMs);
      if (isThen && !closed.has(id)) closed.set(id, { id, source: closures.source });
    }
  }
  return [...closed.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
