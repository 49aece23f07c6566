import { useFrame } from '#scene/use-frames.tsx';
import { useAppState, useText } from '#store/use-store.tsx';
import { formatNumber, formatQuantity } from '#ui';
import { FIRE_WILDLAND_DESK, type WildlandDesk } from '../../contract/wildland.ts';
import { selectFire } from '../../state.ts';
import { useLanguage } from '../use-fire.ts';
import { wildlandWords } from './messages.ts';

export const useWildland = () => useAppState((state) => selectFire(state).wildland);
export const useWildlandDesk = () => useFrame<WildlandDesk>(FIRE_WILDLAND_DESK);

/** Writes what the tool's numbers are: hectares, lengths, hours and minutes. */
export function useWrite() {
  const language = useLanguage();
  const say = useText();
  const percent = (share: number) => `${formatNumber(share * 100, language, { decimals: 0 })} %`;
  return {
    percent,
    count: (value: number) => formatNumber(value, language, { decimals: 0 }),
    hectares: (areaM2: number) =>
      formatQuantity(areaM2 / 10_000, 'ha', language, { decimals: areaM2 < 100_000 ? 1 : 0 }),
    metres: (value: number, decimals = 0) => formatQuantity(value, 'm', language, { decimals }),
    hours: (seconds: number) => say(wildlandWords.hours(seconds / 3600)),
  };
}
