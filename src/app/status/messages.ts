import type { Text } from '#model/text.ts';

export const messages = {
  coordinate: {
    en: 'Coordinate under the pointer; press for another notation',
    zh: '指针处坐标；点击切换格式',
  },
  noPointer: { en: 'Point at the ground', zh: '将指针移到地面' },
  ground: (heightM: string): Text => ({
    en: `ground ${heightM} m above the ellipsoid`,
    zh: `地面椭球高 ${heightM} 米`,
  }),
  eye: (heightM: string): Text => ({ en: `eye ${heightM}`, zh: `视点 ${heightM}` }),
  eyeHint: {
    en: 'Height of the eye above the ellipsoid',
    zh: '视点椭球高',
  },
  scale: (length: string): Text => ({
    en: `Scale at the centre: ${length}`,
    zh: `画面中心比例尺：${length}`,
  }),
  heading: (degrees: number): Text => ({
    en: `Looking ${degrees}° from north; turn north up`,
    zh: `朝向方位角 ${degrees}°；点击使正北朝上`,
  }),
  sources: { en: 'Sources', zh: '数据来源' },
  sourcesHint: { en: 'Sources and licences', zh: '数据来源与许可' },
  noLicence: { en: 'no licence stated', zh: '未注明许可' },
  memory: { en: 'Memory of the tiles', zh: '瓦片内存' },
  heldBack: {
    en: 'Detail is held back to keep within the budget.',
    zh: '为保持在预算内，已降低细节。',
  },
  budget: { en: 'Budget', zh: '预算' },
  live: { en: 'live', zh: '实时' },
  livePaused: { en: 'live, source paused', zh: '实时，数据源已暂停' },
  liveAt: (rate: number): Text => ({
    en: `live, source at ${rate}×`,
    zh: `实时，数据源 ${rate} 倍速`,
  }),
  paused: { en: 'paused', zh: '已暂停' },
  replay: (rate: number): Text => ({ en: `replay ${rate}×`, zh: `回放 ${rate} 倍速` }),
  earth: {
    en: 'Far view: Natural Earth II (public domain). Globe: CesiumJS (Apache-2.0).',
    zh: '远景：Natural Earth II（公有领域）。三维地球：CesiumJS（Apache-2.0）。',
  },
} as const;
