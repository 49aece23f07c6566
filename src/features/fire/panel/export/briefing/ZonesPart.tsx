import { useText } from '#store/use-store.tsx';
import { formatQuantity } from '#ui';
import { useCount, useLanguage } from '../../use-fire.ts';
import type { Exported } from '../use-exported.ts';
import { messages } from './messages.ts';
import { PaperTable } from './PaperTable.tsx';

/** Zones of fire, smoke and releases with who is inside. */
export function ZonesPart({ exported }: { readonly exported: Exported }) {
  const say = useText();
  const count = useCount();
  const language = useLanguage();
  const zones = exported.hazards.flatMap((one) => one.zones);
  return (
    <section>
      <h2>{say(messages.zones)}</h2>
      {zones.length === 0 ? (
        <p>{say(messages.noZones)}</p>
      ) : (
        <PaperTable
          heads={[
            say(messages.zone),
            say(messages.tier),
            say(messages.area),
            say(messages.buildings),
            say(messages.people),
            say(messages.sites),
          ]}
          rows={zones.map((zone) => ({
            key: `${zone.kind} ${zone.id}`,
            cells: [
              say(zone.label),
              String(zone.tier),
              formatQuantity(zone.areaM2 / 10_000, 'ha', language, { decimals: 1 }),
              count(zone.buildings),
              `${count(zone.peopleDay)} / ${count(zone.peopleNight)}`,
              count(zone.sites.length),
            ],
          }))}
        />
      )}
    </section>
  );
}
