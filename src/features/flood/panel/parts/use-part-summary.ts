import { sinceText, spanText } from '#model/span.ts';
import { useAppState, useText } from '#store/use-store.tsx';
import { formatQuantity } from '#ui';
import type { TimeSeries } from '../../contract.ts';
import { stormNames } from '../../messages/parts.ts';
import type { ScenarioPart } from '../../state/parts.ts';

/** The figures of a part in a few words: `40 m`, `from T+1 min`. */
export function usePartSummary(): (part: ScenarioPart) => readonly string[] {
  const say = useText();
  const language = useAppState(({ preferences }) => preferences.language);
  const write = (value: number, unit: string, decimals = 2) =>
    formatQuantity(value, unit, language, { decimals });
  const from = (timeS: number) => (timeS > 0 ? [say(sinceText(timeS))] : []);
  const most = (series: TimeSeries, unit: string) =>
    write(Math.max(...series.map(([, value]) => value)), unit);
  return (part) => {
    switch (part.kind) {
      case 'breach':
        return [write(part.widthM, 'm', 0), ...from(part.atS)];
      case 'inflow':
      case 'burst':
        return [most(part.flow, 'm³/s')];
      case 'stage':
        return [most(part.level, 'm')];
      case 'rain':
        return part.storm.shape === 'series'
          ? [say(stormNames.series)]
          : [
              write(part.storm.depthMm, 'mm', 0),
              say(spanText(part.storm.durationS)),
              say(stormNames[part.storm.shape]),
            ];
      case 'dam-break':
        return [
          part.volumeM3 === undefined ? write(part.levelM, 'm') : write(part.volumeM3, 'm³', 0),
          ...from(part.atS),
        ];
      case 'barrier':
        return [write(part.crestM ?? part.heightM ?? 0, 'm'), ...from(part.fromS)];
      case 'pump':
        return [write(part.flowM3s, 'm³/s'), ...from(part.fromS)];
      case 'culvert':
        return [`${part.count} × ${write(part.widthM, 'm', 1)} × ${write(part.heightM, 'm', 1)}`];
      case 'gate':
        return [most(part.opening, 'm')];
    }
  };
}
