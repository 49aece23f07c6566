import type { PaletteCommand, SearchItem } from '../index.ts';

type Say = (en: string, zh: string) => string;

export const samplePlaces = (say: Say): readonly (SearchItem & { readonly detail: string })[] => [
  {
    id: 'a',
    title: say('Coolhaven 236', '人民南路 236 号'),
    detail: 'NL.IMBAG.Pand.0599100000012345',
    icon: 'building',
    group: say('Buildings', '建筑'),
  },
  {
    id: 'b',
    title: say('Coolhaven 240', '人民南路 240 号'),
    detail: say('Housing, built 1931', '住宅，1931 年'),
    icon: 'building',
    group: say('Buildings', '建筑'),
  },
  {
    id: 'c',
    title: say('Coolsingel', '人民广场'),
    detail: say('Street', '街道'),
    icon: 'road',
    group: say('Streets', '街道'),
  },
  {
    id: 'd',
    title: say('Valve V-12', '阀门 V-12'),
    detail: say('Coolhaven, closed', '人民南路，已关闭'),
    icon: 'valve',
    group: say('Water network', '供水管网'),
  },
];

export const sampleCommands = (say: Say, run: (title: string) => void): readonly PaletteCommand[] =>
  (
    [
      {
        id: 'north',
        title: say('Look north', '朝北'),
        icon: 'compass',
        shortcut: 'N',
        group: say('View', '视图'),
      },
      {
        id: 'down',
        title: say('Look straight down', '俯视'),
        icon: 'view-top',
        shortcut: 'U',
        group: say('View', '视图'),
      },
      {
        id: 'reset',
        title: say('Whole city', '整个城市'),
        icon: 'home',
        shortcut: 'R',
        group: say('View', '视图'),
      },
      {
        id: 'shadows',
        title: say('Shadows on or off', '阴影开关'),
        icon: 'shadow',
        shortcut: 'S',
        group: say('View', '视图'),
      },
      {
        id: 'colour',
        title: say('Colour buildings by…', '按属性着色…'),
        icon: 'palette',
        group: say('Buildings', '建筑'),
      },
      {
        id: 'filter',
        title: say('Filter buildings', '筛选建筑'),
        icon: 'filter',
        shortcut: 'F',
        group: say('Buildings', '建筑'),
      },
      {
        id: 'share',
        title: say('Copy a link to this view', '复制视图链接'),
        icon: 'link',
        shortcut: 'Mod+L',
        group: say('Share', '分享'),
      },
    ] as const
  ).map((command) => ({ ...command, run: () => run(command.title) }));
