// Answers the protocol. Runs lie in `run/`, answers about them in `answers/`, what they are put together from in
// `topics.ts`.

import * as v from 'valibot';
import { elevationGridHeader } from '#contract/elevation-grid.ts';
import type { EnsembleNews } from '#features/flood/contract/ensemble.ts';
import { fetchFile } from '../fetch-file.ts';
import { type MaybeTransfer, type Service, Transfer } from '../port.ts';
import { mapBuffers } from './ensemble/ensemble-of.ts';
import type { FloodCity, FloodNews, FloodProtocol } from './protocol.ts';
import type { RunTopics } from './run/topics.ts';
import { RunDesk } from './run-desk.ts';

export function createFloodService(topics: RunTopics): Service<FloodProtocol> {
  let desk: RunDesk | undefined;
  let city: FloodCity | undefined;
  const getDesk = (): RunDesk => {
    if (!desk) throw new Error('No city is open for floods.');
    return desk;
  };

  async function open(wanted: FloodCity): Promise<{ cellM: number }> {
    // A city that is open already keeps its runs.
    if (city?.grid !== wanted.grid || !desk) desk = new RunDesk(topics, wanted);
    city = wanted;
    return { cellM: await readCellM(wanted.grid) };
  }

  async function* run(
    params: FloodProtocol['streams']['run']['params'],
    signal: AbortSignal,
  ): AsyncGenerator<MaybeTransfer<FloodNews>> {
    for await (const news of getDesk().begin(params).news(signal)) {
      yield news.kind === 'frame' ? new Transfer(news, buffersOf(news.frame)) : news;
    }
  }

  async function* ensemble(
    params: FloodProtocol['streams']['ensemble']['params'],
    signal: AbortSignal,
  ): AsyncGenerator<MaybeTransfer<EnsembleNews>> {
    for await (const news of getDesk().ensemble(params, signal)) {
      yield news.kind === 'maps' ? new Transfer(news, mapBuffers(news.maps)) : news;
    }
  }

  return {
    calls: {
      open: ({ city: wanted }) => open(wanted),
      warm: (params) => getDesk().warm(params),
      steer: async ({ run: id, steering }) => ({
        timeS: await getDesk().get(id).steer(steering),
      }),
      frameAt(params) {
        const found = getDesk().frameAt(params);
        return new Transfer(found, buffersOf(found.frame));
      },
      map(params) {
        const values = getDesk().map(params);
        return new Transfer({ values }, [values.buffer]);
      },
      raster(params) {
        const bytes = getDesk().raster(params);
        return new Transfer({ bytes }, [bytes.buffer]);
      },
      extent: (params) => ({ text: getDesk().extent(params) }),
      series: (params) => getDesk().series(params),
      hits: ({ run: id, timeS, query }) => getDesk().observerOf(id).hits(timeS, query),
      hitsCsv: ({ run: id, timeS, query }) => ({
        csv: getDesk().observerOf(id).hitsCsv(timeS, query),
      }),
      roads: ({ run: id }) => getDesk().observerOf(id).roads(),
      damage({ table }) {
        getDesk().setDamage(table);
        return undefined;
      },
      difference: (params) => getDesk().difference(params),
      kept: ({ run: id }) => getDesk().get(id).kept(),
      log: ({ run: id }) => getDesk().get(id).log,
      forget({ run: id }) {
        desk?.forget(id);
        return undefined;
      },
    },
    streams: {
      run: (params, { signal }) => run(params, signal),
      ensemble: (params, { signal }) => ensemble(params, signal),
    },
  };
}

/** Arrays of one frame are its own, so that moving them moves nothing else. */
const buffersOf = (frame: {
  readonly tiles: Uint32Array;
  readonly depthMm: Uint16Array;
  readonly uCms: Int16Array;
  readonly vCms: Int16Array;
}): ArrayBuffer[] =>
  [frame.tiles, frame.depthMm, frame.uCms, frame.vCms].flatMap(({ buffer }) =>
    buffer instanceof ArrayBuffer ? [buffer] : [],
  );

async function readCellM(url: string): Promise<number> {
  const bytes = await fetchFile(url, url, () => {});
  const header = v.safeParse(elevationGridHeader, JSON.parse(new TextDecoder().decode(bytes)));
  if (!header.success) throw new Error(`${url} is no header of an elevation grid.`);
  return header.output.cellX;
}
