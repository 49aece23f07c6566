// Name and validity of the model, for the line beside whatever it computes.

import type { FireSpread } from '#features/fire/contract/spread.ts';
import type { FireScenario } from '#features/fire/contract.ts';

/** `hasGround`: something is known of what grows between the buildings. */
export const modelOf = (
  { mode }: Pick<FireScenario, 'mode'>,
  hasGround: boolean,
): FireSpread['model'] => ({
  name: {
    en: [
      'Building to building: facade radiation (BR 187), heat dose, Hamada’s wind',
      ...(hasGround ? ['grass and shrubs between them (Rothermel)'] : []),
      mode === 'seeded' ? 'firebrands; one seeded member' : 'no firebrands',
    ].join(', '),
    zh: [
      '建筑间蔓延：外墙辐射（BR 187）、热剂量、滨田风速修正',
      ...(hasGround ? ['其间草地与灌木（Rothermel）'] : []),
      mode === 'seeded' ? '飞火；单次随机成员' : '不含飞火',
    ].join('、'),
  },
  range: {
    en: [
      'Gaps up to 40 m, wind up to about 15 m/s; fitted to low-rise wooden quarters. Not for spread inside or up a high building.',
      hasGround
        ? 'What grows is taken from the map, on level ground; lawns are green unless the drought code is known and high; no crown fires, no firebrands from vegetation.'
        : 'Vegetation is left out: the city has no map of it.',
      'Screening, not for life-safety decisions.',
    ].join(' '),
    zh: [
      '适用于 40 m 以内间距、约 15 m/s 以下风速，按低层木结构街区标定；不含高层建筑内部及立面蔓延。',
      hasGround
        ? '植被取自地图，按平地计算；除非已知干旱指数且较高，草坪按绿色计；不含树冠火及植被飞火。'
        : '未计植被：城市没有植被地图。',
      '仅供筛查，不得用于生命安全决策。',
    ].join(''),
  },
});
