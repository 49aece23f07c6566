import { type Service, Transfer } from '../port.ts';
import type { SpreadProtocol } from './protocol.ts';
import { SpreadDesk, type SpreadTopics } from './spread-desk.ts';

export function createSpreadService(topics: SpreadTopics): Service<SpreadProtocol> {
  let desk: SpreadDesk | undefined;
  const getDesk = (): SpreadDesk => {
    if (!desk) throw new Error('No city is open for fires.');
    return desk;
  };
  return {
    calls: {
      open({ city }) {
        const next = new SpreadDesk(topics, city);
        if (desk?.build !== next.build) desk = next;
        return undefined;
      },
      zones: ({ scenario, timeS }) => getDesk().zones(scenario, timeS),
      forget({ scenario }) {
        desk?.forget(scenario);
        return undefined;
      },
    },
    streams: {
      run: ({ scenario }, { signal }) => getDesk().run(scenario, signal),
      async *ensemble({ scenario, members }, { signal }) {
        for await (const item of getDesk().ensemble(scenario, members, signal)) {
          const { burnProbability, meanIgnitionS, burnt } = item;
          yield new Transfer(item, buffersOf(burnProbability, meanIgnitionS, burnt));
        }
      },
      async *secondary(wanted, { signal }) {
        for await (const item of getDesk().secondary(wanted, signal)) {
          yield new Transfer(item, item.result ? buffersOf(item.result.further) : []);
        }
      },
    },
  };
}

const buffersOf = (...arrays: readonly ArrayBufferView[]): ArrayBuffer[] =>
  arrays.flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []));
