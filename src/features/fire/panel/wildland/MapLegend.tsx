import { useFrame } from '#scene/use-frames.tsx';
import { useAppState, useText } from '#store/use-store.tsx';
import { formatNumber, Legend } from '#ui';
import { FIRE_WILDLAND, type WildlandFrame } from '../../contract/wildland.ts';
import { wildlandColours } from '../../kernel/wildland-colours.ts';
import { wildlandFuels } from '../../kernel/wildland-fuels.ts';
import { selectFire } from '../../state.ts';
import { useLanguage } from '../use-fire.ts';
import { mapNames, rankNames } from './messages.ts';

/** What the colours on the ground mean; nothing while no map is drawn. */
export function MapLegend() {
  const say = useText();
  const language = useLanguage();
  const frame = useFrame<WildlandFrame>(FIRE_WILDLAND);
  const map = useAppState((state) => selectFire(state).look.wildland);
  if (!frame || frame.map !== map) return null;
  const write = (value: number) =>
    map === 'burn-probability'
      ? `${formatNumber(value * 100, language, { decimals: 1 })} %`
      : formatNumber(value, language, { decimals: value % 1 === 0 ? 0 : 1 });
  const names =
    map === 'fuel'
      ? wildlandFuels.map(({ code, name }) => `${code} ${say(name)}`)
      : map === 'potential'
        ? rankNames.map(say)
        : namesBetween(frame.limits.map(write));
  const colours = wildlandColours(frame.map, names.length);
  return (
    <Legend
      title={say(mapNames[frame.map])}
      unit={map === 'burn-probability' ? '' : frame.unit}
      scale={{
        kind: 'classes',
        classes: names.map((label, at) => ({ id: String(at), label, colour: colours[at] ?? '' })),
      }}
    />
  );
}

const namesBetween = (limits: readonly string[]): readonly string[] => [
  `< ${limits[0]}`,
  ...limits.slice(1).map((limit, at) => `${limits[at]} – ${limit}`),
  `≥ ${limits.at(-1)}`,
];
