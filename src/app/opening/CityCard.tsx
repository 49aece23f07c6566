import type { CityManifest } from '#contract/city-package.ts';
import { numberFormat } from '#model/formats.ts';
import { WGS84_A } from '#model/position.ts';
import { fromDegrees } from '#model/units.ts';
import type { CityEntry } from '#store/opening.ts';
import { useAppState, useText } from '#store/use-store.tsx';
import { Badge, Icon } from '#ui';
import { isDroppedModel } from './dropped-model.ts';
import { messages } from './messages.ts';
import styles from './start-screen.module.css';

interface CityCardProps {
  readonly city: CityEntry;
  readonly onOpen: () => void;
}

/** A city of the list, or a building model that was dropped: name, size, where its data come from. */
export function CityCard({ city, onOpen }: CityCardProps) {
  const say = useText();
  const { manifest } = city;
  return (
    <button type="button" className={styles.city} onClick={onOpen} disabled={!manifest}>
      <span className={styles.sign}>
        <Icon name={isDroppedModel(city) ? 'skyscraper' : 'buildings'} size="l" />
      </span>
      <span className={styles.words}>
        <span className={styles.title}>
          {city.name}
          {manifest?.fictional && <Badge tone="simulated">{say(messages.fictional)}</Badge>}
        </span>
        {manifest ? (
          <Facts manifest={manifest} isModel={isDroppedModel(city)} />
        ) : (
          <span>{say(messages.unreadable)}</span>
        )}
      </span>
      <Icon name="chevron-right" />
    </button>
  );
}

interface FactsProps {
  readonly manifest: CityManifest;
  readonly isModel: boolean;
}

function Facts({ manifest, isModel }: FactsProps) {
  const say = useText();
  const language = useAppState(({ preferences }) => preferences.language);
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  const whole = (count: number) => count.toLocaleString(locale);
  const number = numberFormat(locale, { maximumSignificantDigits: 3 });
  const buildings = countOf(manifest, 'buildings');
  const models = manifest.layers.filter(({ kind }) => kind === 'bim').length;
  const files = manifest.sources.map(({ file, attribution }) => attribution ?? file);
  const stands =
    buildings > 0 || models === 0
      ? messages.buildings(whole(buildings))
      : messages.modelCount(models);
  const facts = isModel
    ? [messages.elements(whole(countOf(manifest, 'bim')))]
    : [stands, messages.area(number.format(areaKm2(manifest)))];
  return (
    <>
      <span className={styles.facts}>{facts.map(say).join(' · ')}</span>
      <span className={styles.sources}>
        {say(messages.sources)}: {[...new Set(files)].join(', ')}
      </span>
    </>
  );
}

const countOf = ({ layers }: CityManifest, kind: 'bim' | 'buildings'): number =>
  layers.reduce((sum, layer) => sum + (layer.kind === kind ? layer.count : 0), 0);

/** Of the box around the city. */
function areaKm2({ boundsDeg: [west, south, east, north] }: CityManifest): number {
  const height = fromDegrees(north - south) * WGS84_A;
  const width = fromDegrees(east - west) * WGS84_A * Math.cos(fromDegrees((south + north) / 2));
  return (height * width) / 1e6;
}
