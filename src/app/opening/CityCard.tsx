import type { CityManifest } from '#contract/city-package.ts';
import { WGS84_A } from '#model/position.ts';
import { fromDegrees } from '#model/units.ts';
import type { CityEntry } from '#store/opening.ts';
import { useAppState, useText } from '#store/use-store.tsx';
import { Badge, Icon } from '#ui';
import { messages } from './messages.ts';
import styles from './start-screen.module.css';

interface CityCardProps {
  readonly city: CityEntry;
  readonly onOpen: () => void;
}

/** A city of the list: name, size, where its data come from. */
export function CityCard({ city, onOpen }: CityCardProps) {
  const say = useText();
  const { manifest } = city;
  return (
    <button type="button" className={styles.city} onClick={onOpen} disabled={!manifest}>
      <span className={styles.sign}>
        <Icon name="buildings" size="l" />
      </span>
      <span className={styles.words}>
        <span className={styles.title}>
          {city.name}
          {manifest?.fictional && <Badge tone="simulated">{say(messages.fictional)}</Badge>}
        </span>
        {manifest ? <Facts manifest={manifest} /> : <span>{say(messages.unreadable)}</span>}
      </span>
      <Icon name="chevron-right" />
    </button>
  );
}

function Facts({ manifest }: { readonly manifest: CityManifest }) {
  const say = useText();
  const language = useAppState(({ preferences }) => preferences.language);
  const number = new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    maximumSignificantDigits: 3,
  });
  const buildings = manifest.layers.reduce(
    (sum, layer) => sum + (layer.kind === 'buildings' ? layer.count : 0),
    0,
  );
  const files = manifest.sources.map(({ file, attribution }) => attribution ?? file);
  return (
    <>
      <span className={styles.facts}>
        {say(messages.buildings(buildings.toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB')))}
        {' · '}
        {say(messages.area(number.format(areaKm2(manifest))))}
      </span>
      <span className={styles.sources}>
        {say(messages.sources)}: {[...new Set(files)].join(', ')}
      </span>
    </>
  );
}

/** Of the box around the city. */
function areaKm2({ boundsDeg: [west, south, east, north] }: CityManifest): number {
  const height = fromDegrees(north - south) * WGS84_A;
  const width = fromDegrees(east - west) * WGS84_A * Math.cos(fromDegrees((south + north) / 2));
  return (height * width) / 1e6;
}
