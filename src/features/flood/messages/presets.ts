import type { Text } from '#model/text.ts';

export const presetMessages = {
  presets: { en: 'Start at once', zh: '立即开始' },
  breach: (name: string): Text => ({ en: `${name} breaches`, zh: `${name}溃堤` }),
  breachDetail: (sagM: number | undefined, levelM: number | undefined): Text => ({
    en: [
      sagM === undefined ? 'at its lowest place' : `where it has settled by ${sagM.toFixed(2)} m`,
      levelM === undefined ? '' : `river at its 100-year level, ${levelM.toFixed(2)} m`,
    ]
      .filter(Boolean)
      .join('; '),
    zh: [
      sagM === undefined ? '最低处' : `沉降 ${sagM.toFixed(2)} m 处`,
      levelM === undefined ? '' : `百年一遇河水位 ${levelM.toFixed(2)} m`,
    ]
      .filter(Boolean)
      .join('；'),
  }),
  burst: (place: string): Text => ({ en: `Water of the burst, ${place}`, zh: `${place}爆管漫水` }),
  burstDetail: (flowM3s: number): Text => ({
    en: `${Math.round(flowM3s * 1000)} L/s as the water network is solved; follows the valves that are closed`,
    zh: `供水管网求解结果 ${Math.round(flowM3s * 1000)} L/s；随关阀变化`,
  }),
  storm: { en: '100-year cloudburst', zh: '百年一遇暴雨' },
  stormDetail: {
    en: '45 mm within an hour over the whole area, as in northern Germany; sewers take 12 mm/h',
    zh: '全域一小时 45 mm（德国北部标准）；管网排除 12 mm/h',
  },
  surge: { en: 'Storm surge', zh: '风暴潮' },
  surgeDetail: (peakM: number, name: string): Text => ({
    en: `the sea rises to ${peakM.toFixed(2)} m within six hours, over ${name}`,
    zh: `海面六小时内升至 ${peakM.toFixed(2)} m，越过${name}`,
  }),
  dam: { en: 'Dam break up the river', zh: '上游溃坝' },
  damDetail: (volumeM3: number, stationM: number): Text => ({
    en: `a supposed dam ${(stationM / 1000).toFixed(1)} km up lets go ${volumeM3.toLocaleString('en-GB')} m³ at once`,
    zh: `假设上游 ${(stationM / 1000).toFixed(1)} km 处坝体瞬间溃决，下泄 ${(volumeM3 / 10_000).toFixed(0)} 万立方米`,
  }),
} as const;
