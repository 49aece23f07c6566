import type { Text } from '#model/text.ts';
import type { Found } from '#store/dropping.ts';

const count = (number: number) => number.toLocaleString('en');

export const modelMessages = {
  joined: (name: string): Text => ({
    en: `${name} stands in the city`,
    zh: `${name} 已置于城市中`,
  }),
  read: ({ elements, storeys, meshes, products }: Found): Text => {
    const without = products - meshes;
    const [shownEn, shownZh] =
      without === 0
        ? [`all ${count(products)} shapes are shown`, `全部 ${count(products)} 个形体均已显示`]
        : [
            `${count(meshes)} of ${count(products)} shapes are shown, ${count(without)} have a stated reason`,
            `${count(products)} 个形体中显示 ${count(meshes)} 个，其余 ${count(without)} 个均注明原因`,
          ];
    return {
      en: `${count(elements)} elements, ${count(storeys)} storeys; ${shownEn}. It is kept in this browser alone.`,
      zh: `${count(elements)} 个构件，${count(storeys)} 个楼层；${shownZh}。仅保存在此浏览器中。`,
    };
  },
  verdicts: {
    clear: { en: '', zh: '' },
    several: {
      en: 'Its file can be read as several places: choose which is right.',
      zh: '其文件可解读为多个位置：请选择正确的一个。',
    },
    missing: {
      en: 'Its file does not say where it stands: put it where it belongs.',
      zh: '其文件未说明所在位置：请将其放置到正确位置。',
    },
  } satisfies Record<Found['verdict'], Text>,
  away: (awayM: number): Text => {
    const kilometres = count(Math.round(awayM / 1000));
    return {
      en: `It stands ${kilometres} km from the middle of this city.`,
      zh: `它距此城市中心 ${kilometres} 公里。`,
    };
  },
  choose: { en: 'Choose its place', zh: '选择位置' },
  putInPlace: { en: 'Put it in place', zh: '放置到位' },
  goThere: { en: 'Go there', zh: '前往' },
  workerDied: (name: string): Text => ({
    en: `${name} broke the converter, which has been put away; the rest goes on. panopolis inspect may say more.`,
    zh: `${name} 导致转换程序中断，该程序已关闭；其余功能不受影响。可用 panopolis inspect 查看详情。`,
  }),
} as const;
