import { useText } from '#store/use-store.tsx';
import { formatQuantity } from '#ui';
import { useFlow, useLanguage, useSince } from '../../use-fire.ts';
import type { Exported } from '../use-exported.ts';
import { messages } from './messages.ts';
import { PaperTable } from './PaperTable.tsx';

const MOST_ENGINES = 8;

/** Engines at the fire and on their way; whether the hydrants carry it. */
export function ForcesPart({ exported }: { readonly exported: Exported }) {
  const { fire, dispatch, water } = exported;
  const say = useText();
  const since = useSince();
  const flow = useFlow();
  const language = useLanguage();
  const litres = (m3s: number) => formatQuantity(m3s * 1000, 'L/s', language, { decimals: 0 });
  const minutes = (seconds: number) =>
    formatQuantity(seconds / 60, 'min', language, { decimals: 1 });
  return (
    <>
      <section>
        <h2>{say(messages.engines)}</h2>
        {fire.engines.length > 0 && (
          <>
            <p>{say(messages.atFire)}</p>
            <PaperTable
              heads={[say(messages.engine), say(messages.arrives), say(messages.flow)]}
              rows={fire.engines.map(({ id, name, arriveS, flowLs }) => ({
                key: id,
                cells: [name, since(arriveS), flow(flowLs)],
              }))}
            />
          </>
        )}
        {dispatch && dispatch.engines.length > 0 ? (
          <>
            <p>{say(messages.found)}</p>
            <PaperTable
              most={MOST_ENGINES}
              heads={[say(messages.engine), say(messages.station), say(messages.arrives)]}
              rows={dispatch.engines.map(({ id, name, stationName, arriveS }) => ({
                key: id,
                cells: [name, stationName, minutes(arriveS)],
              }))}
            />
          </>
        ) : (
          fire.engines.length === 0 && <p>{say(messages.noEngines)}</p>
        )}
      </section>
      <section>
        <h2>{say(messages.hydrants)}</h2>
        {water ? (
          <PaperTable
            heads={[
              say(messages.standard),
              say(messages.needed),
              say(messages.available),
              say(messages.shortfall),
            ]}
            rows={water.needs.map(({ standard, neededM3s, availableM3s, shortfallM3s }) => ({
              key: standard,
              cells: [standard, litres(neededM3s), litres(availableM3s), litres(shortfallM3s)],
            }))}
          />
        ) : (
          <p>{say(messages.noWater)}</p>
        )}
      </section>
    </>
  );
}
