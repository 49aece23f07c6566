// Name and validity of the model, for the line beside whatever it computes.

import type { FireSpread } from '#features/fire/contract/spread.ts';
import type { FireScenario } from '#features/fire/contract.ts';

export const modelOf = ({ mode }: Pick<FireScenario, 'mode'>): FireSpread['model'] => ({
  name: {
    en:
      mode === 'seeded'
        ? 'Building to building: facade radiation (BR 187), heat dose, Hamada’s wind, firebrands; one seeded member'
        : 'Building to building: facade radiation (BR 187), heat dose, Hamada’s wind; no firebrands',
    zh:
      mode === 'seeded'
        ? '建筑间蔓延：外墙辐射（BR 187）、热剂量、滨田风速修正、飞火；单次随机成员'
        : '建筑间蔓延：外墙辐射（BR 187）、热剂量、滨田风速修正；不含飞火',
  },
  range: {
    en: 'Gaps up to 40 m, wind up to about 15 m/s; fitted to low-rise wooden quarters. Not for spread inside or up a high building. Screening, not for life-safety decisions.',
    zh: '适用于 40 m 以内间距、约 15 m/s 以下风速，按低层木结构街区标定；不含高层建筑内部及立面蔓延。仅供筛查，不得用于生命安全决策。',
  },
});
