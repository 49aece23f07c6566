// How much water a fire in a building needs, by three codes, and what that stands on. Attributes of cities are put into
// the codes' classes here; what a city doesn't say is assumed and named.

import type { WaterAtBuilding } from '#features/fire/contract/response.ts';
import type { Text } from '#model/text.ts';
import { type GbGrade, type GbKind, gbFireFlow } from '#simulation/fire/response/gb50974.ts';
import { reachM } from '#simulation/fire/response/hydrants.ts';
import { type IfcType, ifcTableM3s } from '#simulation/fire/response/ifc-table.ts';
import {
  type FireFlow,
  type IsoConstruction,
  ifcFireFlow,
  isoConstruction,
  isoNeededFireFlow,
  M3S_PER_GPM,
} from '#simulation/fire/response/needed-fire-flow.ts';
import type { RoadTown } from './road-town.ts';

export interface Need extends FireFlow {
  readonly standard: WaterAtBuilding['needs'][number]['standard'];
  readonly reachM: number;
  /** What one hydrant counts with at most. */
  readonly mostM3s: number;
  readonly inputs: readonly Text[];
}

export interface BuildingKind {
  readonly use: string;
  readonly construction: ConstructionClass;
  readonly constructionText: string;
  readonly storeys: number;
  readonly floorAreaM2: number;
  readonly heightM: number;
  readonly isSprinklered: boolean;
  readonly assumed: readonly Text[];
}

interface ConstructionClass {
  readonly iso: IsoConstruction;
  readonly ifc: IfcType;
  readonly grade: GbGrade;
}

const frame: ConstructionClass = { iso: 'frame', ifc: 'VB', grade: 4 };
const masonry: ConstructionClass = { iso: 'joistedMasonry', ifc: 'IIB–IIIB', grade: 3 };
const steel: ConstructionClass = { iso: 'nonCombustible', ifc: 'IIB–IIIB', grade: 2 };
const concrete: ConstructionClass = { iso: 'fireResistive', ifc: 'IA–IB', grade: 2 };

/** The first that fits: reinforced concrete holds steel, half-timbering holds brick. */
const constructions: readonly (readonly [RegExp, ConstructionClass])[] = [
  [/concrete|beton|混凝土|钢混/i, concrete],
  [/steel|metal|stahl|钢/i, steel],
  [/timber|wood|holz|frame|木/i, frame],
  [/masonry|brick|stone|mauerwerk|ziegel|砖|石|砌/i, masonry],
];

/** ISO's O as recalled, no public document gives the figures: what is inside burns slowly (C-2), freely (C-3, C-4). */
const occupancies: readonly (readonly [RegExp, number])[] = [
  [/warehouse|logistic|storage|lager|仓/i, 1.15],
  [/industr|factory|retail|shop|mixed|market|工业|商/i, 1],
];
const kinds: readonly (readonly [RegExp, GbKind])[] = [
  [/warehouse|logistic|storage|lager|仓/i, 'warehouse'],
  [/industr|factory|workshop|工业|厂/i, 'factory'],
  [/resident|dwelling|house|apartment|wohn|住宅/i, 'dwelling'],
];
/** One- and two-family houses of B105.1. */
const MOST_DWELLING_STOREYS = 3;
const STOREY_M = 3.2;
/** ISO counts a hydrant with 1,000 gpm at most. */
const ISO_HYDRANT_M3S = 1000 * M3S_PER_GPM;
/** GB 50974: what one outdoor hydrant counts with. */
const GB_HYDRANT_M3S = 0.015;

export function kindOf({ buildings, facts }: RoadTown, building: number): BuildingKind {
  const assumed: Text[] = [];
  const number = (value: number | undefined, other: number, text: Text) => {
    if (value !== undefined && value > 0) return value;
    assumed.push(text);
    return other;
  };
  const constructionText = facts.construction?.[building] ?? '';
  const found = constructions.find(([pattern]) => pattern.test(constructionText))?.[1];
  if (!found) assumed.push(words.masonryAssumed);
  const heightM = facts.heightM?.[building] ?? Number.NaN;
  const radiusM = buildings.radiusM[building] ?? 0;
  const storeys = number(
    buildings.storeys[building],
    Math.max(1, Math.round((heightM || STOREY_M) / STOREY_M)),
    words.storeysAssumed,
  );
  const circleM2 = Math.PI * radiusM ** 2 * 0.6;
  return {
    use: buildings.uses[buildings.use[building] ?? 0] ?? '',
    ...{ construction: found ?? masonry, constructionText, storeys, heightM },
    floorAreaM2: number(buildings.floorAreaM2[building], circleM2 * storeys, words.areaAssumed),
    isSprinklered: facts.isSprinklered?.[building] === 1,
    assumed,
  };
}

/** `exposure`: ISO's X + P, 0 … 0.6. */
export function needsOf(
  kind: BuildingKind,
  exposure: { readonly value: number; readonly text: Text },
): readonly Need[] {
  return [isoNeed(kind, exposure), ifcNeed(kind), gbNeed(kind)];
}

function isoNeed(
  kind: BuildingKind,
  exposure: { readonly value: number; readonly text: Text },
): Need {
  const { construction, constructionText, storeys, floorAreaM2, use } = kind;
  const floorM2 = floorAreaM2 / storeys;
  // Half of the other floors; in fire-resistive buildings of no more than eight of them.
  const others = construction.iso === 'fireResistive' ? Math.min(8, storeys - 1) : storeys - 1;
  const areaM2 = floorM2 * (1 + 0.5 * others);
  const occupancyFactor = occupancies.find(([pattern]) => pattern.test(use))?.[1] ?? 0.85;
  const { factor } = isoConstruction[construction.iso];
  return {
    ...isoNeededFireFlow({
      ...{ construction: construction.iso, areaM2, storeys, occupancyFactor },
      exposure: exposure.value,
    }),
    ...{ standard: 'ISO NFF', reachM: reachM.ifcSprinklered, mostM3s: ISO_HYDRANT_M3S },
    inputs: [
      words.construction(constructionText, isoNames[construction.iso], factor),
      words.area(floorM2, storeys, areaM2),
      words.occupancy(use, occupancyFactor),
      exposure.text,
      ...kind.assumed,
    ],
  };
}

function ifcNeed(kind: BuildingKind): Need {
  const { construction, storeys, floorAreaM2, use, isSprinklered } = kind;
  const isDwelling = gbKindOf(use) === 'dwelling' && storeys <= MOST_DWELLING_STOREYS;
  const countedM2 =
    construction.ifc === 'IA–IB' ? (floorAreaM2 / storeys) * Math.min(3, storeys) : floorAreaM2;
  const table = { tableM3s: ifcTableM3s(construction.ifc, countedM2) };
  const flow = ifcFireFlow({ isDwelling, areaM2: countedM2, isSprinklered, ...table });
  return {
    ...flow,
    standard: 'IFC B105',
    reachM: isSprinklered ? reachM.ifcSprinklered : reachM.ifc,
    mostM3s: ISO_HYDRANT_M3S,
    inputs: [
      words.ifcType(construction.ifc, countedM2, isDwelling),
      isSprinklered ? words.sprinklered : words.notSprinklered,
      ...kind.assumed,
    ],
  };
}

function gbNeed(kind: BuildingKind): Need {
  const { construction, storeys, floorAreaM2, heightM, use } = kind;
  const highM = heightM > 0 ? heightM : storeys * STOREY_M;
  const volumeM3 = (floorAreaM2 / storeys) * highM;
  const gb = gbKindOf(use);
  return {
    ...gbFireFlow({ kind: gb, grade: construction.grade, volumeM3, heightM: highM }),
    ...{ standard: 'GB 50974', reachM: reachM.china, mostM3s: GB_HYDRANT_M3S },
    inputs: [
      words.gb(use, construction.grade, floorAreaM2 / storeys, highM),
      words.gbHydrant,
      ...kind.assumed,
    ],
  };
}

const gbKindOf = (use: string): GbKind =>
  kinds.find(([pattern]) => pattern.test(use))?.[1] ?? 'public';

const round = (value: number) => Math.round(value).toString();

const isoNames: Readonly<Record<IsoConstruction, Text>> = {
  frame: { en: 'frame', zh: '木结构' },
  joistedMasonry: { en: 'joisted masonry', zh: '砖木结构' },
  nonCombustible: { en: 'non-combustible', zh: '不燃结构' },
  masonryNonCombustible: { en: 'masonry, non-combustible', zh: '不燃砌体结构' },
  modifiedFireResistive: { en: 'modified fire-resistive', zh: '准耐火结构' },
  fireResistive: { en: 'fire-resistive', zh: '耐火结构' },
};

const words = {
  construction: (said: string, iso: Text, factor: number): Text => ({
    en: `Construction ${said || 'unknown'}: ISO ${iso.en}, F ${factor}`,
    zh: `结构 ${said || '未知'}：ISO ${iso.zh}，F ${factor}`,
  }),
  area: (floorM2: number, storeys: number, areaM2: number): Text => ({
    en: `${storeys} storeys of ${round(floorM2)} m²: effective area ${round(areaM2)} m² (one floor and half of the others)`,
    zh: `${storeys} 层，每层 ${round(floorM2)} m²：有效面积 ${round(areaM2)} m²（一层加其余各层之半）`,
  }),
  occupancy: (use: string, factor: number): Text => ({
    en: `Use ${use || 'unknown'}: O ${factor}`,
    zh: `用途 ${use || '未知'}：O ${factor}`,
  }),
  ifcType: (type: string, areaM2: number, isDwelling: boolean): Text => ({
    en: `${isDwelling ? 'Dwelling' : 'Other than a dwelling'}, type ${type}, ${round(areaM2)} m² counted`,
    zh: `${isDwelling ? '住宅' : '非住宅'}，${type} 类，计算面积 ${round(areaM2)} m²`,
  }),
  sprinklered: {
    en: 'Sprinklered: hydrants within 183 m',
    zh: '有自动喷水灭火系统：183 m 内消火栓',
  },
  notSprinklered: {
    en: 'No sprinklers known: hydrants within 122 m',
    zh: '无已知自动喷水灭火系统：122 m 内消火栓',
  },
  gb: (use: string, grade: GbGrade, floorM2: number, highM: number): Text => ({
    en: `Use ${use || 'unknown'}, fire resistance grade ${grade === 2 ? '1–2' : grade}, ${round(floorM2)} m² × ${highM.toFixed(1)} m`,
    zh: `用途 ${use || '未知'}，耐火等级${grade === 2 ? '一、二' : grade === 3 ? '三' : '四'}级，${round(floorM2)} m² × ${highM.toFixed(1)} m`,
  }),
  gbHydrant: {
    en: 'Hydrants within 150 m, each with 15 L/s at most',
    zh: '150 m 保护半径内消火栓，每个不超过 15 L/s',
  },
  masonryAssumed: {
    en: 'The city does not say what it is built of: masonry is assumed',
    zh: '城市数据未给出结构类型：按砌体结构估算',
  },
  storeysAssumed: {
    en: 'The city does not say how many storeys: taken from the height',
    zh: '城市数据未给出层数：按高度估算',
  },
  areaAssumed: {
    en: 'The city does not say the floor area: taken from its outline',
    zh: '城市数据未给出建筑面积：按轮廓估算',
  },
} as const;
