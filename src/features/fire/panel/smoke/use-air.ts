// What the screens of the air read: reports of the shown fire and the shown release, lengths and ranges in words.

import { useFrame } from '#scene/use-frames.tsx';
import { useAppState } from '#store/use-store.tsx';
import { formatNumber, formatQuantity } from '#ui';
import { type AirReport, FIRE_RELEASE_REPORT, FIRE_SMOKE_REPORT } from '../../contract/smoke.ts';
import { selectFire } from '../../state.ts';
import { useLanguage } from '../use-fire.ts';

export function useSmokeReport(): AirReport | undefined {
  const report = useFrame<AirReport>(FIRE_SMOKE_REPORT);
  const shown = useAppState((state) => selectFire(state).shown);
  return report?.of === shown ? report : undefined;
}

export function useReleaseReport(): AirReport | undefined {
  const report = useFrame<AirReport>(FIRE_RELEASE_REPORT);
  const shown = useAppState((state) => selectFire(state).releases.shown);
  return report?.of === shown ? report : undefined;
}

/** Metres up to a kilometre, then kilometres; no more digits than the model is good for. */
export function useLength(): (metres: number) => string {
  const language = useLanguage();
  return (metres) =>
    metres < 995
      ? formatQuantity(Number(metres.toPrecision(2)), 'm', language, { decimals: 0 })
      : formatQuantity(Number((metres / 1000).toPrecision(2)), 'km', language, { decimals: 1 });
}

/** A count with what it is where emissions are low and high: `403 (0–2,016)`. */
export function useRange(): (shown: number, low?: number, high?: number) => string {
  const language = useLanguage();
  const write = (value: number) => formatNumber(value, language, { decimals: 0 });
  return (shown, low, high) =>
    low === undefined || high === undefined || (low === shown && high === shown)
      ? write(shown)
      : `${write(shown)} (${write(low)}–${write(high)})`;
}
