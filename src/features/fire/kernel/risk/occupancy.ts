// What a city's words for use and construction mean to the risk model. Words of English, German and Chinese registers;
// what is not known counts as `other`, or as not known.

import { occupancies } from '#simulation/fire/risk/factors.ts';

type Occupancy = (typeof occupancies)[number];

/** In this order: “warehouse” is no house, “retirement home” no home of a family. */
const words: readonly (readonly [Occupancy, RegExp])[] = [
  ['store', /warehouse|logistic|storage|depot|lager|garage|仓|物流|车库/],
  ['care', /hospital|clinic|care|nursing|retirement|health|pflege|klinik|krankenhaus|医|养老|诊/],
  ['school', /school|kindergarten|universit|college|education|schule|kita|学|幼/],
  [
    'assembly',
    /culture|religio|church|theat|cinema|museum|\bsport|assembly|hotel|event|leisure|kirche|剧|影|馆|教堂|宾馆|酒店/,
  ],
  ['industry', /industr|factory|manufactur|utility|plant|workshop|werk|power|工业|厂|公用/],
  ['shop', /retail|shop|store|market|restaurant|catering|commercial|handel|gastro|商|餐|市场/],
  ['office', /office|government|police|administ|public|bank|büro|verwaltung|办公|行政|政府|警/],
  ['apartments', /mixed|apartment|multi|flats|dormitor|wohnhaus|混合|公寓|多层|宿舍/],
  ['house', /residential|house|dwelling|home|villa|wohn|住宅|别墅/],
];

/** Above this a residential building is taken for apartments. */
const LARGEST_HOUSE_M2 = 400;
const HIGHEST_HOUSE = 3;

/** Index into `occupancies`. */
export function occupancyOf(use: string, floorAreaM2: number, storeys: number): number {
  const word = use.toLowerCase();
  const found = words.find(([, pattern]) => pattern.test(word))?.[0] ?? 'other';
  const isLarge = floorAreaM2 > LARGEST_HOUSE_M2 || storeys > HIGHEST_HOUSE;
  return occupancies.indexOf(found === 'house' && isLarge ? 'apartments' : found);
}

/**
 * 0 fire resistive, 1 non-combustible, 2 combustible floors in masonry walls, 3 part timber frame, 4 frame: the classes of
 * construction of ISO's Commercial Lines Manual, turned around. NaN where the word says nothing.
 */
const classes: readonly (readonly [number, RegExp])[] = [
  [3, /timber and|half.?timber|fachwerk|heavy timber|mass timber|砖木/],
  [4, /timber|wood|frame house|holz|木/],
  [0, /concrete|resistive|beton|混凝土|钢筋/],
  [1, /steel|metal|stahl|钢/],
  [2, /masonry|brick|stone|mauerwerk|ziegel|砖|砌/],
];

export function combustibleClassOf(construction: string): number {
  const word = construction.toLowerCase();
  return classes.find(([, pattern]) => pattern.test(word))?.[0] ?? Number.NaN;
}

/** A share from a register's word or number: yes, no, part, 0.4; percent where above 1. NaN where it says nothing. */
export function shareOf(word: string): number {
  const text = word.trim().toLowerCase();
  if (text === '') return Number.NaN;
  if (/^(yes|true|full|complete|ja|voll|vacant|是|有|全部)$/.test(text)) return 1;
  if (/^(no|false|none|nein|kein|否|无|没有)$/.test(text)) return 0;
  if (/^(part|partial|partly|teilweise|部分)$/.test(text)) return 0.5;
  const number = Number(text);
  if (!Number.isFinite(number) || number < 0) return Number.NaN;
  return number > 1 ? Math.min(1, number / 100) : number;
}
