import type { CSSProperties } from 'react';
import type { Text } from '#model/text.ts';
import { useText } from '#store/use-store.tsx';
import type { ZoneInBands } from '../../contract/smoke.ts';
import { tierColours } from '../../kernel/zone-looks.ts';
import { messages } from './messages.ts';
import styles from './smoke.module.css';
import { useLength, useRange } from './use-air.ts';

interface ZoneListProps {
  readonly label: Text;
  /** The worst first. */
  readonly zones: readonly ZoneInBands[];
}

/** Zones in numbers: level, how far, people, buildings and sites inside. */
export function ZoneList({ label, zones }: ZoneListProps) {
  const say = useText();
  return (
    <ul className={styles.zones} aria-label={say(label)}>
      {zones.map((one) => (
        <ZoneRow key={one.zone.id} {...one} />
      ))}
    </ul>
  );
}

function ZoneRow({ zone, farthestM, isCut, bands }: ZoneInBands) {
  const say = useText();
  const length = useLength();
  const range = useRange();
  const isReached = farthestM !== undefined;
  const swatch: CSSProperties & Record<'--swatch', string> = {
    '--swatch': tierColours[zone.tier - 1] ?? '',
  };
  const count = (key: 'peopleDay' | 'peopleNight' | 'buildings') =>
    range(zone[key], bands?.low[key], bands?.high[key]);
  const sites = range(zone.sites.length, bands?.low.sites, bands?.high.sites);
  // A zone that isn't there with these factors may be with higher ones.
  const isAnywhere = isReached || (bands?.high.areaM2 ?? 0) > 0;
  return (
    <li className={isReached ? styles.zone : `${styles.zone} ${styles.isNowhere}`}>
      <span className={styles.swatch} style={swatch} aria-hidden />
      <span className={styles.level}>{say(zone.label)}</span>
      <span className={styles.reach}>
        {isReached
          ? say((isCut ? messages.beyond : messages.upTo)(length(farthestM)))
          : say(messages.nowhere)}
      </span>
      {isAnywhere && (
        <span className={styles.counts}>
          <strong>{say(messages.peopleDay(count('peopleDay')))}</strong>
          <strong>{say(messages.peopleNight(count('peopleNight')))}</strong>
          <span>{say(messages.buildings(count('buildings')))}</span>
          <span>{say(messages.sites(sites))}</span>
        </span>
      )}
    </li>
  );
}
