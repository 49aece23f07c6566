// Words of the city's risk in the card, in English and Chinese.

import type { Text } from '#model/text.ts';

export const cityMessages = {
  fires: { en: 'Expected fires a year', zh: '预期年起火次数' },
  inBuildings: (count: string): Text => ({ en: `in ${count} buildings`, zh: `共 ${count} 栋建筑` }),
  raised: { en: 'Raised now', zh: '当前升高' },
  raisedBy: (count: string): Text => ({
    en: `by ${count} detectors that are heard`,
    zh: `在线探测器 ${count} 个`,
  }),
  stale: { en: 'Stale detectors in', zh: '探测器过时' },
  staleWhy: { en: 'buildings; these count as neutral', zh: '栋建筑，按中性处理' },
  classes: { en: 'Buildings by risk class', zh: '各风险等级的建筑数' },
  listThem: { en: 'in this class: list them', zh: '栋，在列表中显示' },
  weather: { en: 'Fire weather index', zh: '火险天气指数' },
  parts: {
    ffmc: { en: 'Fine fuel moisture', zh: '细小可燃物湿度码' },
    dmc: { en: 'Duff moisture', zh: '腐殖质湿度码' },
    dc: { en: 'Drought', zh: '干旱码' },
    isi: { en: 'Initial spread', zh: '初始蔓延指数' },
    bui: { en: 'Buildup', zh: '累积指数' },
  },
  noon: (station: string, time: string): Text => ({
    en: `${station}, noon weather of ${time}`,
    zh: `${station}，${time} 正午气象`,
  }),
  days: (days: string): Text => ({
    en: `${days} days measured; before them the standard start`,
    zh: `实测 ${days} 天；此前为标准起始值`,
  }),
  noWeather: { en: 'No weather station is heard', zh: '没有在线气象站' },
  noWeatherWhy: { en: 'Fire weather counts as neutral.', zh: '火险天气按中性处理。' },
  lacks: { en: 'What the city lacks', zh: '城市缺少的数据' },
  lacksWhy: {
    en: 'Not in the city’s package; these terms are neutral for every building.',
    zh: '城市数据包中没有，这些项对所有建筑按中性处理。',
  },
  later: { en: 'Not computed yet', zh: '尚未计算' },
  laterWhy: {
    en: 'Until then these terms are neutral for every building.',
    zh: '在此之前，这些项对所有建筑按中性处理。',
  },
  lacksNothing: { en: 'Everything the model asks for is there.', zh: '模型所需数据齐全。' },
  open: { en: 'Open the ranked list', zh: '打开排序列表' },
  plan: { en: 'What to visit next', zh: '下一步检查何处' },
  rescored: (ms: string): Text => ({
    en: `rescored in ${ms} ms`,
    zh: `重新评分用时 ${ms} 毫秒`,
  }),

  // Colours
  colourBy: { en: 'Colour the buildings by', zh: '建筑着色依据' },
  auto: { en: 'By itself: what is worked on', zh: '自动：随当前操作' },
  none: { en: 'Nothing of the fire', zh: '不按火灾着色' },
  autoNone: {
    en: 'The buildings have their own colours. They follow when a fire is lit or the risk is opened.',
    zh: '建筑为原有颜色；点燃火灾或打开风险工具后随之着色。',
  },
  noData: { en: 'No figures for these colours yet', zh: '尚无着色所需数据' },
  needs: {
    risk: { en: 'The risk is being computed.', zh: '正在计算风险。' },
    fire: { en: 'Light a fire in the twin first.', zh: '请先在孪生中点燃火灾。' },
    second: { en: 'Compare two fires first.', zh: '请先对比两个火情。' },
    ensemble: {
      en: 'Run an ensemble of the shown fire first.',
      zh: '请先运行所示火灾的集合模拟。',
    },
    cover: { en: 'Arrival times are being computed.', zh: '正在计算到场时间。' },
  },
  taken: (feature: string): Text => ({
    en: `The buildings show another layer now: ${feature}.`,
    zh: `建筑当前显示其他图层：${feature}。`,
  }),
  takeBack: { en: 'Show the fire on them', zh: '改为显示火灾' },
} as const;
