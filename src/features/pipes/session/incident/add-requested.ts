// A burst that a person marked becomes an incident once the register has said where and how large its pipe is.

import { presentOf } from '#store/clock.ts';
import { watch } from '#store/watch.ts';
import { notify } from '#store/workbench.ts';
import type { PipesLine } from '#workers/pipes/client.ts';
import type { ElementDetails } from '../../contract/answers.ts';
import type { BurstIncident } from '../../contract/burst.ts';
import { PIPES_LINE } from '../../contract/channels.ts';
import { nameOfElement } from '../../messages/attributes.ts';
import { burstMessages } from '../../messages/burst.ts';
import { dropRequest, newKey, showIncident } from '../../state/incident.ts';
import { type BurstRequest, selectPipes } from '../../state.ts';
import type { StartPart } from '../part.ts';

/** A pipe whose diameter nobody wrote down. */
const USUAL_INNER_M = 0.15;

export const addRequested: StartPart = ({ store, frames, signal, now }) => {
  async function answer(): Promise<void> {
    const { burstRequest: request } = selectPipes(store.getState());
    const line = frames.peek<PipesLine>(PIPES_LINE);
    if (!request || !line) return;
    const details = await line.call('details', { key: request.link }, { signal }).catch(() => {});
    if (signal.aborted || selectPipes(store.getState()).burstRequest !== request) return;
    if (!details) {
      notify(store, { id: 'pipes/gone', tone: 'warning', text: burstMessages.gonePipe });
      return dropRequest(store);
    }
    const state = store.getState();
    const by = state.preferences.signature || undefined;
    showIncident(store, toIncident(request, details, presentOf(state.clock, now()), by));
  }
  const stops = [
    watch(
      store,
      (state) => [selectPipes(state).burstRequest],
      () => void answer(),
    ),
    frames.subscribe((channel) => {
      if (channel === PIPES_LINE) void answer();
    }),
  ];
  void answer();
  return () => {
    for (const stop of stops) stop();
  };
};

export function toIncident(
  { link, share, size, onsetMs }: BurstRequest,
  details: ElementDetails,
  atMs: number,
  by: string | undefined,
): BurstIncident {
  const key = newKey();
  const inner = details.values.find(({ name }) => name === 'innerDiameter')?.value;
  const innerM = typeof inner === 'number' && inner > 0 ? inner : USUAL_INNER_M;
  return {
    key,
    network: details.network,
    link,
    share,
    sectionM2: (Math.PI / 4) * innerM ** 2,
    place: nameOfElement(details) || details.id,
    longitudeDeg: details.place.longitudeDeg,
    latitudeDeg: details.place.latitudeDeg,
    onsetMs: Math.min(onsetMs ?? atMs, atMs),
    steps: [{ key, atMs, by, act: { kind: 'opened', size } }],
  };
}
