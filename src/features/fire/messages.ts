export const messages = {
  name: { en: 'Fire', zh: '火灾' },
  summary: {
    en: 'Where fire is likely and why, how it spreads and smokes, who comes and who leaves, simulated here',
    zh: '何处易起火及原因、火势与烟气如何蔓延、谁来救援、谁需撤离，均在此模拟',
  },
} as const;
