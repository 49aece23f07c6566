// The layers of a material set, as the description of a model writes them: `Layer 1.Material`, `Layer 1.Thickness` (m).

import type { LayerPattern } from '#ui';
import type { ElementSet } from '../contract.ts';

export interface MaterialLayer {
  /** From 1, from one face to the other. */
  readonly number: number;
  readonly material: string;
  readonly thicknessM: number;
  readonly isVentilated: boolean;
}

/** Empty where the set has no layers. */
export function layersOf({ kind, entries }: ElementSet): readonly MaterialLayer[] {
  if (kind !== 'material') return [];
  const layers = new Map<number, MaterialLayer>();
  for (const { name, value } of entries) {
    const [, at, what] = /^Layer (\d+)\.(\w+)$/.exec(name) ?? [];
    if (at === undefined) continue;
    const number = Number(at);
    const layer = layers.get(number) ?? {
      number,
      material: '',
      thicknessM: 0,
      isVentilated: false,
    };
    if (what === 'Material' && typeof value === 'string') {
      layers.set(number, { ...layer, material: value });
    } else if (what === 'Thickness' && typeof value === 'number') {
      layers.set(number, { ...layer, thicknessM: value });
    } else if (what === 'IsVentilated' && value === true) {
      layers.set(number, { ...layer, isVentilated: true });
    } else {
      layers.set(number, layer);
    }
  }
  return [...layers.values()].toSorted((a, b) => a.number - b.number);
}

/** Words that name a material in the languages that models come in. */
const patterns: readonly (readonly [LayerPattern, RegExp])[] = [
  ['air', /\b(air|cavity|void|luft|lucht|spouw|hohlraum|空气|空腔)/i],
  [
    'insulation',
    /(insul|isolat|d[äa]mm|wool|wolle|wol\b|eps\b|xps\b|pir\b|pur\b|foam|绝热|保温|岩棉)/i,
  ],
  ['concrete', /(concret|beton|screed|estrich|mortar|m[öo]rtel|cement|zement|混凝土|砂浆)/i],
  [
    'masonry',
    /(brick|mason|ziegel|klinker|baksteen|metsel|stone|stein\b|steen\b|block|kalksand|砖|砌|石)/i,
  ],
  ['timber', /(timber|wood|holz|hout|ply|osb|mdf|oak|pine|parquet|laminat|木)/i],
  ['metal', /(metal|metall|steel|stahl|staal|alumin|zinc|zink|copper|kupfer|iron|钢|铝|金属)/i],
  ['glass', /(glass|glas\b|glaz|membrane|barrier|folie|foil|film|玻璃|膜)/i],
  [
    'board',
    /(gyps|gips|plaster|putz|stuc|board|platte|finish|tile|fliese|tegel|ceramic|石膏|抹灰|瓷)/i,
  ],
];

export const patternOf = ({ material, isVentilated }: MaterialLayer): LayerPattern =>
  isVentilated ? 'air' : (patterns.find(([, words]) => words.test(material))?.[0] ?? 'plain');
