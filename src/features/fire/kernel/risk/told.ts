// What each term says of one building, in words with the figure that it stands on.

import type { Text } from '#model/text.ts';
import { nameOfConstruction, nameOfUse } from '#model/use-names.ts';
import { occupancies, type RiskTerm, type StaticFactor } from '#simulation/fire/risk/factors.ts';

/** Figures of one building; NaN where not known. */
export interface ToldFacts extends Readonly<Record<StaticFactor, number>> {
  readonly occupancy: number;
  readonly floorAreaM2: number;
  /** The city's own word; '' where it has none. */
  readonly use: string;
  readonly construction: string;
  readonly pastFires: number;
  readonly recordYears: number;
  readonly wiringYear: number;
  readonly lastInspection: string;
  readonly vegetationShare: number;
  readonly fireWeatherIndex: number;
  readonly people: number;
  readonly secondaryIgnitions: number;
  readonly firstEngineS: number;
  readonly responseTargetS: number;
  readonly waterShortfallShare: number;
}

const occupancyNames: Readonly<Record<(typeof occupancies)[number], Text>> = {
  house: { en: 'house', zh: '住宅' },
  apartments: { en: 'apartments', zh: '公寓' },
  shop: { en: 'shop', zh: '商店' },
  office: { en: 'office', zh: '办公' },
  care: { en: 'care', zh: '医疗照护' },
  assembly: { en: 'assembly', zh: '人员密集场所' },
  school: { en: 'school', zh: '学校' },
  industry: { en: 'industry', zh: '工业' },
  store: { en: 'storage', zh: '仓储' },
  other: { en: 'other use', zh: '其他用途' },
};

export const percent = (share: number): string => `${Math.round(share * 100)} %`;
export const one = (value: number): string => String(Math.round(value * 10) / 10);
const minutes = (seconds: number): string => one(seconds / 60);
const plural = (count: number, word: string): string =>
  `${one(count)} ${word}${one(count) === '1' ? '' : 's'}`;

/** Undefined for terms of detectors: `tellLive` tells those. */
export function tellTerm(term: RiskTerm, facts: ToldFacts): Text | undefined {
  switch (term) {
    case 'base': {
      const name = occupancyNames[occupancies[facts.occupancy] ?? 'other'];
      const area = Math.round(facts.floorAreaM2).toLocaleString('en');
      const own = facts.use === '' ? undefined : nameOfUse(facts.use);
      return {
        en: `${name.en}${own ? ` (${own.en})` : ''} with ${area} m² of floor`,
        zh: `${name.zh}${own ? `（${own.zh}）` : ''}，建筑面积 ${area} m²`,
      };
    }
    case 'openViolations':
      return {
        en: plural(facts.openViolations, 'open violation'),
        zh: `${one(facts.openViolations)} 项隐患未整改`,
      };
    case 'yearsSinceInspection':
      return facts.lastInspection === ''
        ? {
            en: `${plural(facts.yearsSinceInspection, 'year')} since the last inspection`,
            zh: `距上次检查 ${one(facts.yearsSinceInspection)} 年`,
          }
        : {
            en: `last inspected ${facts.lastInspection}, ${plural(facts.yearsSinceInspection, 'year')} ago`,
            zh: `上次检查 ${facts.lastInspection}，距今 ${one(facts.yearsSinceInspection)} 年`,
          };
    case 'combustibleClass':
      return {
        en: `construction: ${nameOfConstruction(facts.construction).en}`,
        zh: `结构：${nameOfConstruction(facts.construction).zh}`,
      };
    case 'vacantShare':
      return {
        en: `${percent(facts.vacantShare)} vacant`,
        zh: `空置 ${percent(facts.vacantShare)}`,
      };
    case 'gasShare':
      return {
        en: facts.gasShare >= 1 ? 'gas supply' : `gas in ${percent(facts.gasShare)} of it`,
        zh: facts.gasShare >= 1 ? '使用燃气' : `${percent(facts.gasShare)} 使用燃气`,
      };
    case 'chargingPlaces':
      return {
        en: `${plural(facts.chargingPlaces, 'charging place')} for bicycles and cars`,
        zh: `${one(facts.chargingPlaces)} 个电动车充电位`,
      };
    case 'wiringAgeYears':
      return {
        en: `wiring of ${facts.wiringYear}, ${plural(facts.wiringAgeYears, 'year')} old`,
        zh: `线路敷设于 ${facts.wiringYear} 年，已 ${one(facts.wiringAgeYears)} 年`,
      };
    case 'sprinkleredShare':
      return {
        en:
          facts.sprinkleredShare >= 1
            ? 'sprinklers throughout'
            : `sprinklers in ${percent(facts.sprinkleredShare)} of it`,
        zh:
          facts.sprinkleredShare >= 1
            ? '全部设有自动喷水灭火系统'
            : `${percent(facts.sprinkleredShare)} 设有自动喷水灭火系统`,
      };
    case 'pastFires':
      return {
        en: `${plural(facts.pastFires, 'fire')} in ${plural(facts.recordYears, 'year')} on record`,
        zh: `${one(facts.recordYears)} 年记录内 ${one(facts.pastFires)} 起火灾`,
      };
    case 'fireWeather':
      return {
        en: `fire weather index ${one(facts.fireWeatherIndex)}, vegetation on ${percent(facts.vegetationShare)} of the ground around`,
        zh: `火险天气指数 ${one(facts.fireWeatherIndex)}，周边植被 ${percent(facts.vegetationShare)}`,
      };
    case 'people':
      return tellPeople(facts);
    case 'response':
      return Number.isFinite(facts.firstEngineS)
        ? {
            en: `first engine after ${minutes(facts.firstEngineS)} min, ${minutes(facts.responseTargetS)} min is the aim`,
            zh: `首车 ${minutes(facts.firstEngineS)} 分钟到场，目标 ${minutes(facts.responseTargetS)} 分钟`,
          }
        : { en: 'no engine reaches it by road', zh: '消防车无法经道路到达' };
    case 'water':
      return {
        en: `hydrants lack ${percent(facts.waterShortfallShare)} of the needed water`,
        zh: `消火栓供水缺口 ${percent(facts.waterShortfallShare)}`,
      };
    default:
      return undefined;
  }
}

function tellPeople({ people, secondaryIgnitions }: ToldFacts): Text {
  const inside = Number.isNaN(people)
    ? { en: 'people not known', zh: '人数未知' }
    : {
        en: `${Math.round(people)} ${Math.round(people) === 1 ? 'person' : 'people'} inside on average`,
        zh: `平均在内 ${Math.round(people)} 人`,
      };
  if (!(secondaryIgnitions > 0)) return inside;
  return {
    en: `${inside.en}, would set ${plural(secondaryIgnitions, 'building')} on fire within an hour if nobody fights it`,
    zh: `${inside.zh}，若无人扑救，一小时内可能引燃 ${one(secondaryIgnitions)} 栋建筑`,
  };
}
