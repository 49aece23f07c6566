// What networks are called: as their city says. Where that is no more than what flows in them, it is said in both
// languages; other names are of one language, and what flows is added in the other.

import type { Text } from '#model/text.ts';
import { type UtilityNetwork, utilityNetworks } from '#model/utility-network.ts';

/** Of importers and the demo town. */
const plain: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.values(utilityNetworks).map(({ en, zh }) => [en, zh])),
  'Drinking water': '给水管网',
  'Storm sewers': '雨水管网',
  'Storm drains': '雨水管网',
  'Sanitary sewers': '污水管网',
  'Sanitary and combined sewers': '污水与合流管网',
  Gas: '燃气管网',
  Power: '电网',
  Telecom: '通信网',
};

const HAN = /\p{Script=Han}/u;

export function networkName({
  name,
  utility,
}: {
  readonly name: string;
  readonly utility: UtilityNetwork;
}): Text {
  const known = plain[name];
  if (known !== undefined) return { en: name, zh: known };
  const what = utilityNetworks[utility];
  return HAN.test(name)
    ? { en: `${name} (${what.en})`, zh: name }
    : { en: name, zh: `${name}（${what.zh}）` };
}
