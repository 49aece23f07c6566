// What a detector says of a building, in words with its value, its alarm and its age.

import type { Text } from '#model/text.ts';
import type { LiveFactor } from '#simulation/fire/risk/factors.ts';
import { one } from './told.ts';

export interface LiveTold {
  readonly factor: LiveFactor;
  /** In the unit of the factor; NaN where the detector has never reported. */
  readonly value: number;
  readonly alarm: number;
  readonly ageS: number;
  /** Metres from the building where the detector stands beside it. */
  readonly beside?: number;
}

const liveUnits: Readonly<Record<LiveFactor, readonly [en: string, zh: string, unit: string]>> = {
  residualCurrentMa: ['residual current', '剩余电流', 'mA'],
  cableTemperatureC: ['cable temperature', '电缆温度', '°C'],
  arcFaults: ['arc faults', '故障电弧', '/s'],
  smokeObscuration: ['smoke', '烟雾减光率', '%/m'],
  heatC: ['temperature', '温度', '°C'],
  gasLelPercent: ['gas', '可燃气体', '% LEL'],
  pressureLossShare: ['pressure loss', '水压损失', ''],
  panelFault: ['panel fault', '控制器故障', ''],
};

/** Such as “residual current 412 mA, alarm at 300 mA, 12 min ago”. */
export function tellLive({ factor, value, alarm, ageS, beside }: LiveTold): Text {
  const [en, zh, unit] = liveUnits[factor];
  const figure = (amount: number) => `${one(amount)}${unit === '' ? '' : ` ${unit}`}`;
  const known = Number.isNaN(value) ? { en: 'unknown', zh: '未知' } : both(figure(value));
  const since = ageS >= 90 ? agoOf(ageS) : undefined;
  const place =
    beside === undefined
      ? { en: '', zh: '' }
      : { en: `, ${Math.round(beside)} m beside it`, zh: `，旁侧 ${Math.round(beside)} m` };
  return {
    en: `${en} ${known.en}, alarm at ${figure(alarm)}${place.en}${since ? `, ${since.en}` : ''}`,
    zh: `${zh} ${known.zh}，报警值 ${figure(alarm)}${place.zh}${since ? `，${since.zh}` : ''}`,
  };
}

const both = (words: string): Text => ({ en: words, zh: words });

function agoOf(ageS: number): Text {
  if (ageS < 5400) {
    const count = Math.round(ageS / 60);
    return { en: `${count} min ago`, zh: `${count} 分钟前` };
  }
  const hours = Math.round(ageS / 3600);
  if (hours < 48) return { en: `${hours} h ago`, zh: `${hours} 小时前` };
  const days = Math.round(hours / 24);
  return { en: `${days} days ago`, zh: `${days} 天前` };
}
