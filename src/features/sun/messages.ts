export const messages = {
  name: { en: 'Sun and shadows', zh: '日照与阴影' },
  summary: {
    en: 'Light and shadows of any day and hour, at the city’s own time.',
    zh: '任意日期与时刻的光照和阴影，按城市当地时间。',
  },
  followsClock: { en: 'Sun at the set time', zh: '按设定时间的日照' },
  followsClockHint: {
    en: 'Off: even light at any hour.',
    zh: '关闭时为均匀光照，不随时间变化。',
  },
  shadows: { en: 'Shadows', zh: '阴影' },
  toggleSun: { en: 'Sun at the set time on or off', zh: '开关按时间的日照' },
  toggleShadows: { en: 'Shadows on or off', zh: '开关阴影' },
  elevation: { en: 'Height of the sun', zh: '太阳高度角' },
  azimuth: { en: 'Direction of the sun', zh: '太阳方位角' },
  zone: { en: 'Time zone', zh: '时区' },
} as const;
