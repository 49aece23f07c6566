import { type Service, Transfer } from '../port.ts';
import type { WildlandProtocol } from './protocol.ts';
import { WildlandDesk, type WildlandTopics } from './wildland-desk.ts';

export function createWildlandService(topics: WildlandTopics): Service<WildlandProtocol> {
  let desk: WildlandDesk | undefined;
  const getDesk = (): WildlandDesk => {
    if (!desk) throw new Error('No city is open for wildland fires.');
    return desk;
  };
  return {
    calls: {
      open({ city }) {
        desk = new WildlandDesk(topics, city);
        return undefined;
      },
      map({ of, map }) {
        const frame = getDesk().map(of, map);
        return frame && new Transfer(frame, [frame.values.buffer as ArrayBuffer]);
      },
    },
    streams: {
      run: ({ of, request }, { signal }) => getDesk().run(of, request, signal),
      chance: ({ of, request, fires, seed }, { signal }) =>
        getDesk().chance(of, request, { fires, seed }, signal),
    },
  };
}
