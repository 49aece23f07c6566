// The networks under a city's streets. Words after OGC MUDDI (23-024) and INSPIRE Utility Networks.

import type { Text } from './text.ts';

export const utilityNetworks = {
  water: { en: 'Drinking water', zh: '给水' },
  reclaimed: { en: 'Reclaimed water', zh: '再生水' },
  storm: { en: 'Storm water', zh: '雨水' },
  sanitary: { en: 'Sanitary sewer', zh: '污水' },
  combined: { en: 'Combined sewer', zh: '合流' },
  gas: { en: 'Gas', zh: '燃气' },
  heatSupply: { en: 'District heat, supply', zh: '供热（供水）' },
  heatReturn: { en: 'District heat, return', zh: '供热（回水）' },
  power: { en: 'Power', zh: '电力' },
  telecom: { en: 'Telecom', zh: '通信' },
} satisfies Readonly<Record<string, Text>>;

export type UtilityNetwork = keyof typeof utilityNetworks;
