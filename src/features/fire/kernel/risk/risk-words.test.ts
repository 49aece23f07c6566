import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { occupancies, riskTerms } from '#simulation/fire/risk/factors.ts';
import { engineArrivalS, withOneMoreEngine } from './engine-arrival.ts';
import { combustibleClassOf, occupancyOf, shareOf } from './occupancy.ts';
import { inputNameOf, termNames } from './term-names.ts';
import { type ToldFacts, tellTerm } from './told.ts';
import { tellLive } from './told-live.ts';

describe('what a register’s words mean', () => {
  it.each([
    ['residential', 120, 2, 'house'],
    ['residential', 900, 2, 'apartments'],
    ['residential', 300, 5, 'apartments'],
    ['residential', 120, Number.NaN, 'house'],
    ['mixed', 120, 2, 'apartments'],
    ['warehouse', 120, 1, 'store'],
    ['retirement home', 120, 1, 'care'],
    ['Wohnhaus', 500, 3, 'apartments'],
    ['Krankenhaus', 500, 3, 'care'],
    ['retail', 500, 1, 'shop'],
    ['住宅', 120, 2, 'house'],
    ['物流仓库', 120, 2, 'store'],
    ['utility', 120, 2, 'industry'],
    ['', 120, 2, 'other'],
    ['lighthouse keeping of pigeons', 120, 2, 'house'],
    ['transport', 120, 2, 'other'],
  ])('takes “%s” of %d m² and %d storeys for %s', (use, floorM2, storeys, expected) => {
    expect(occupancies[occupancyOf(use, floorM2, storeys)]).toBe(expected);
  });

  it.each([
    ['reinforced concrete', 0],
    ['steel frame', 1],
    ['masonry', 2],
    ['timber and brick', 3],
    ['timber', 4],
    ['Fachwerk', 3],
    ['砖木', 3],
    ['木结构', 4],
    ['glass', Number.NaN],
    ['', Number.NaN],
  ])('takes “%s” for class %d', (construction, expected) => {
    expect(combustibleClassOf(construction)).toBe(expected);
  });

  it.each([
    ['full', 1],
    ['true', 1],
    ['No', 0],
    ['partial', 0.5],
    ['0.4', 0.4],
    ['40', 0.4],
    ['-1', Number.NaN],
    ['perhaps', Number.NaN],
    ['', Number.NaN],
  ])('reads “%s” as %d', (word, expected) => {
    expect(shareOf(word)).toBe(expected);
  });
});

describe('what terms say', () => {
  const facts: ToldFacts = {
    ...{ occupancy: 1, floorAreaM2: 12_345.6, use: 'mixed', construction: 'masonry' },
    ...{ openViolations: 1, yearsSinceInspection: 1.04, combustibleClass: 2, vacantShare: 0.25 },
    ...{ gasShare: 1, chargingPlaces: 12, wiringAgeYears: 58, sprinkleredShare: 0.5 },
    ...{ pastFires: 2, recordYears: 12, wiringYear: 1968, lastInspection: '' },
    ...{ vegetationShare: 0.3, fireWeatherIndex: 21.44, people: 1, secondaryIgnitions: 3 },
    ...{ firstEngineS: 410, responseTargetS: 320, waterShortfallShare: 0.4 },
  };
  const words = (term: (typeof riskTerms)[number]) => tellTerm(term, facts)?.en;

  it('say the figure that they stand on', () => {
    expect(words('base')).toBe('apartments (mixed use) with 12,346 m² of floor');
    expect(words('openViolations')).toBe('1 open violation');
    expect(words('yearsSinceInspection')).toBe('1 year since the last inspection');
    expect(words('wiringAgeYears')).toBe('wiring of 1968, 58 years old');
    expect(words('sprinkleredShare')).toBe('sprinklers in 50 % of it');
    expect(words('pastFires')).toBe('2 fires in 12 years on record');
    expect(words('people')).toBe(
      '1 person inside on average, would set 3 buildings on fire within an hour if nobody fights it',
    );
    expect(words('response')).toBe('first engine after 6.8 min, 5.3 min is the aim');
    expect(words('water')).toBe('hydrants lack 40 % of the needed water');
    expect(words('fireWeather')).toContain('index 21.4, vegetation on 30 %');
    expect(words('smokeObscuration')).toBeUndefined();
  });

  it('are named and told in both languages, each of them', () => {
    for (const term of riskTerms) {
      expect(termNames[term].zh).toMatch(/[\u4e00-\u9fff]/);
      expect(tellTerm(term, facts)?.zh ?? '中').toMatch(/[\u4e00-\u9fff]/);
    }
    expect(inputNameOf('vegetationShare').en).toBe('Vegetation around');
    expect(inputNameOf('pastFires')).toBe(termNames.pastFires);
    expect(inputNameOf('toString').en).toBe('toString');
  });

  it('say of a detector its value, its alarm, where it stands and how old it is', () => {
    const smoke = { factor: 'smokeObscuration', value: 8.04, alarm: 5, ageS: 30 } as const;
    expect(tellLive(smoke).en).toBe('smoke 8 %/m, alarm at 5 %/m');
    expect(tellLive({ ...smoke, ageS: 720 }).zh).toBe('烟雾减光率 8 %/m，报警值 5 %/m，12 分钟前');
    expect(tellLive({ ...smoke, ageS: 7300, beside: 9.6 }).en).toBe(
      'smoke 8 %/m, alarm at 5 %/m, 10 m beside it, 2 h ago',
    );
    expect(tellLive({ ...smoke, ageS: 3 * 86_400 }).en).toContain('3 days ago');
    const silent = { ...smoke, value: Number.NaN, ageS: Number.NaN };
    expect(tellLive(silent).en).toBe('smoke unknown, alarm at 5 %/m');
    expect(tellLive(silent).zh).toBe('烟雾减光率 未知，报警值 5 %/m');
  });
});

describe('one more engine', () => {
  it('needs turnout and the published travel time', () => {
    expect(engineArrivalS(0)).toBe(80 + 39);
    // 2 miles of streets.
    expect(engineArrivalS((2 * 1609.344) / 1.3)).toBeCloseTo(80 + 60 * 4.05, 6);
  });

  it('never makes an arrival later, and leaves what is not known alone', () => {
    const arrival = fc.oneof(
      fc.float({ min: 0, max: 3000, noNaN: true }),
      fc.constantFrom(Infinity, Number.NaN),
    );
    fc.assert(
      fc.property(
        fc.array(arrival),
        fc.double({ min: -0.1, max: 0.1, noNaN: true }),
        (times, off) => {
          const known = Float32Array.from(times);
          const places = Float64Array.from(times, (_, at) => 10 + at / 100);
          const after = withOneMoreEngine(
            known,
            places,
            places.map(() => 54),
            [10 + off, 54],
          );
          known.forEach((was, at) => {
            if (Number.isNaN(was)) expect(after[at]).toBeNaN();
            else expect(after[at]).toBeLessThanOrEqual(was);
            if (was === Infinity) expect(after[at]).toBeLessThan(Infinity);
          });
        },
      ),
    );
  });
});
