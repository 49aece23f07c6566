import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fireWeatherIndex } from '../weather/fire-weather-index.ts';
import { aKnownCity } from './a-city.ts';
import { calibrate } from './calibrate.ts';
import { rankAuc, reliabilitySlope } from './calibration.ts';
import {
  defaultCoefficients,
  formatCoefficients,
  parseCoefficients,
  toCoefficients,
} from './coefficients.ts';
import {
  createRiskBuildings,
  type LiveFactor,
  type LiveReadings,
  liveFactors,
  type NumberInput,
  occupancies,
  riskTerms,
} from './factors.ts';
import { planInspections, reasonsOf } from './plan.ts';
import { RiskModel, type RiskMoment } from './score.ts';
import { compareRisk, withChanges, withEngines } from './what-if.ts';

const table = toCoefficients(defaultCoefficients);

const someReadings = (
  ...rows: readonly (readonly [building: number, kind: LiveFactor, value: number, timeS: number])[]
): LiveReadings => ({
  building: Uint32Array.from(rows, ([building]) => building),
  kind: Uint8Array.from(rows, ([, kind]) => liveFactors.indexOf(kind)),
  value: Float32Array.from(rows, ([, , value]) => value),
  timeS: Float64Array.from(rows, ([, , , timeS]) => timeS),
});

const aMoment = (change: Partial<RiskMoment> = {}): RiskMoment => ({
  readings: someReadings(),
  nowS: 0,
  fireWeatherIndex: 0,
  ...change,
});

/** One house of 100 m² with everything known and in the middle of its range. */
function aHouse(changes: Partial<Record<NumberInput, number>> = {}) {
  const middle: Partial<Record<NumberInput, number>> = {
    ...{ openViolations: 3, yearsSinceInspection: 4, combustibleClass: 2, vacantShare: 0.3 },
    ...{ gasShare: 0.5, chargingPlaces: 4, wiringAgeYears: 30, sprinkleredShare: 0.5 },
    ...{ people: 4, secondaryIgnitions: 1, firstEngineS: 400, waterShortfallShare: 0.4 },
    ...{ vegetationShare: 0.5, pastFires: 1, recordYears: 10, floorAreaM2: 100 },
  };
  const house = createRiskBuildings(1);
  for (const [name, value] of Object.entries({ ...middle, ...changes }))
    house[name as NumberInput][0] = value;
  return house;
}

const scoreOf = (changes: Partial<Record<NumberInput, number>>, moment = aMoment()) =>
  new RiskModel(aHouse(changes), table).rescore(moment).score[0]!;

describe('fire risk of buildings', () => {
  it('gives a bare house the published rate of its floor', () => {
    const scores = new RiskModel(createRiskBuildings(1), table).rescore(aMoment());
    expect(scores.firesPerYear[0]).toBeCloseTo(4.65e-4, 12);
    expect(scores.score[0]).toBeCloseTo(4.65e-4, 12);
    expect(scores.riskClass[0]).toBe(1);
  });

  it('sums its contributions to ln(score) within 1e-9, whatever the city and the sensors', () => {
    const reading = fc.tuple(
      fc.integer({ min: 0, max: 49 }),
      fc.constantFrom(...liveFactors),
      fc.double({ min: -10, max: 500 }),
      fc.double({ min: -1e5, max: 100, noNaN: true }),
    );
    fc.assert(
      fc.property(
        fc.integer(),
        fc.array(reading, { maxLength: 60 }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        (seed, readings, fwi) => {
          const { buildings } = aKnownCity(50, seed);
          const { contributions, score, percentile } = new RiskModel(buildings, table).rescore(
            aMoment({ readings: someReadings(...readings), fireWeatherIndex: fwi }),
          );
          for (let at = 0; at < 50; at++) {
            const sum = riskTerms.reduce((total, term) => total + contributions[term][at]!, 0);
            expect(Math.abs(sum - Math.log(score[at]!))).toBeLessThan(1e-9);
            const lower = score.filter((other) => other < score[at]!).length;
            expect(percentile[at]).toBeCloseTo((100 * lower) / 49, 4);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  const rising: readonly (readonly [NumberInput, number])[] = [
    ...([['floorAreaM2', 1e5] as const, ['openViolations', 10] as const] as const),
    ...([['yearsSinceInspection', 10] as const, ['combustibleClass', 4] as const] as const),
    ...([['vacantShare', 1] as const, ['gasShare', 1] as const] as const),
    ...([['chargingPlaces', 20] as const, ['wiringAgeYears', 60] as const] as const),
    ...([['vegetationShare', 1] as const, ['pastFires', 20] as const] as const),
    ...([['people', 500] as const, ['secondaryIgnitions', 50] as const] as const),
    ...([['firstEngineS', 2000] as const, ['waterShortfallShare', 1] as const] as const),
  ];
  it.each(rising)('never falls when %s rises, and does rise', (input, most) => {
    const fwi = aMoment({ fireWeatherIndex: 30 });
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1 }), fc.double({ min: 0, max: 1 }), (a, b) => {
        const [low, high] = [Math.min(a, b) || 0, Math.max(a, b) || 0];
        const least = input === 'floorAreaM2' ? 1 : 0;
        const at = (share: number) => scoreOf({ [input]: least + share * most }, fwi);
        expect(at(high)).toBeGreaterThanOrEqual(at(low));
      }),
      { numRuns: 40 },
    );
    expect(scoreOf({ [input]: most }, fwi)).toBeGreaterThan(
      scoreOf({ [input]: input === 'floorAreaM2' ? 1 : 0 }, fwi),
    );
  });

  it('falls with sprinklers and with years without a fire', () => {
    expect(scoreOf({ sprinkleredShare: 1 })).toBeLessThan(scoreOf({ sprinkleredShare: 0 }));
    expect(scoreOf({ pastFires: 0, recordYears: 40 })).toBeLessThan(
      scoreOf({ pastFires: 0, recordYears: 5 }),
    );
  });

  it('rises with the fire weather index only where there is vegetation', () => {
    const hot = aMoment({ fireWeatherIndex: fireWeatherIndex(15, 80) });
    expect(scoreOf({ vegetationShare: 1 }, hot)).toBeGreaterThan(scoreOf({ vegetationShare: 1 }));
    expect(scoreOf({ vegetationShare: 0 }, hot)).toBe(scoreOf({ vegetationShare: 0 }));
  });

  it('takes what is not known as neutral, and trusts it less', () => {
    const known = new RiskModel(aHouse({ openViolations: 0 }), table).rescore(aMoment());
    const unknown = new RiskModel(aHouse({ openViolations: Number.NaN }), table).rescore(aMoment());
    expect(unknown.score[0]).toBe(known.score[0]);
    expect(unknown.confidence[0]).toBeLessThan(known.confidence[0]!);
  });
});

describe('live sensors in fire risk', () => {
  const score = (readings: LiveReadings, nowS = 0) =>
    new RiskModel(aHouse(), table).rescore(aMoment({ readings, nowS }));

  it.each(liveFactors)('never falls when %s rises, and is neutral up to its warning', (kind) => {
    const warn = table.get(`${kind}.warn`)!;
    const alarm = table.get(`${kind}.alarm`)!;
    const at = (value: number) => score(someReadings([0, kind, value, 0])).score[0]!;
    // Values are kept in 32 bits: 0.1 lies 1e-9 off.
    expect(at(warn) / score(someReadings()).score[0]!).toBeCloseTo(1, 8);
    const steps = Array.from({ length: 20 }, (_, k) => warn + ((alarm - warn) * k) / 10);
    for (let k = 1; k < steps.length; k++)
      expect(at(steps[k]!)).toBeGreaterThanOrEqual(at(steps[k - 1]!));
    expect(at(alarm) / at(warn)).toBeCloseTo(Math.exp(table.get(`${kind}.lnAtAlarm`)!), 6);
    expect(at(alarm * 3 + 3)).toBe(at(alarm));
  });

  it('halves an alarm in its half-life', () => {
    const alarm = someReadings([0, 'residualCurrentMa', 300, 0]);
    const ln = (nowS: number) => score(alarm, nowS).contributions.residualCurrentMa[0]!;
    expect(ln(3600)).toBeCloseTo(ln(0) / 2, 12);
  });

  it('takes a stale or empty reading as neutral and flags it', () => {
    const neutral = score(someReadings());
    const bit = 1 << liveFactors.indexOf('smokeObscuration');
    for (const reading of [
      [0, 'smokeObscuration', 9, -3601] as const,
      [0, 'smokeObscuration', Number.NaN, 0] as const,
    ]) {
      const found = score(someReadings(reading));
      expect(found.score[0]).toBe(neutral.score[0]);
      expect(found.live.staleKinds[0]).toBe(bit);
      expect(found.confidence[0]).toBeLessThan(neutral.confidence[0]!);
    }
    expect(neutral.live.staleKinds[0]).toBe(0);
    expect(neutral.live.dataAgeS[0]).toBeNaN();
  });

  it('counts the strongest of two sensors, tells the oldest age, and lets a fresh one lift the flag', () => {
    const found = score(
      someReadings(
        ...([[0, 'heatC', 60, -3700] as const, [0, 'heatC', 57, -10] as const] as const),
        ...([[0, 'heatC', 46, 0] as const] as const),
      ),
    );
    expect(found.contributions.heatC[0]).toBeCloseTo(5 * 0.5 ** (10 / 600), 12);
    expect(found.live.staleKinds[0]).toBe(0);
    expect(found.live.dataAgeS[0]).toBe(3700);
  });

  it('forgets the alarms of the rescore before', () => {
    const model = new RiskModel(aHouse(), table);
    const calm = model.rescore(aMoment()).score[0];
    model.rescore(aMoment({ readings: someReadings([0, 'heatC', 90, 0]) }));
    expect(model.rescore(aMoment()).score[0]).toBe(calm);
  });

  it('is rescored from moment to moment as if it were scored anew', () => {
    const { buildings } = aKnownCity(60, 3);
    const model = new RiskModel(buildings, table);
    const reading = fc.tuple(
      fc.nat(59),
      fc.constantFrom(...liveFactors),
      fc.constantFrom(0, 50, 120, 400, Number.NaN),
      fc.integer({ min: 0, max: 9000 }),
    );
    const moment = fc.record({
      rows: fc.array(reading, { maxLength: 12 }),
      nowS: fc.integer({ min: 0, max: 9000 }),
      index: fc.constantFrom(0, 0, 12, 40),
    });
    fc.assert(
      fc.property(moment, ({ rows, nowS, index }) => {
        const at = aMoment({ readings: someReadings(...rows), nowS, fireWeatherIndex: index });
        expect(model.rescore(at)).toEqual(new RiskModel(buildings, table).rescore(at));
      }),
    );
  });

  it('says which reading is of a building that is not there', () => {
    expect(() => score(someReadings([7, 'heatC', 20, 0]))).toThrow(
      'Reading 0 is of building 7, kind 4; buildings below 1 and kinds below 8 are expected.',
    );
  });
});

describe('the table of coefficients', () => {
  it('comes back from its text as it was', () => {
    const back = parseCoefficients(formatCoefficients(defaultCoefficients));
    expect(back.map(({ name, value, unit }) => [name, value, unit])).toEqual(
      defaultCoefficients.map(({ name, value, unit }) => [name, value, unit]),
    );
    expect(defaultCoefficients.every(({ source }) => source.length > 10)).toBe(true);
  });

  const edited = (from: string, to: string) =>
    formatCoefficients(defaultCoefficients).replace(from, to);
  it.each([
    [
      edited('base.house.perYear;0.00000465', 'base.house.perYear;many'),
      'Line 2: base.house.perYear is “many”; a number is expected.',
    ],
    [edited('water.slope', 'water.slop'), 'There is no coefficient “water.slop”.'],
    [edited('people.least;1', 'people.least;0'), 'people.least is 0; more than 0 is expected.'],
    [
      edited('heatC.alarm;57', 'heatC.alarm;40'),
      'heatC.alarm is 40; more than heatC.warn (45) is expected.',
    ],
    [edited('gasShare.max;1', 'gasShare.max;1;2'), 'has 5 cells; 4 are expected.'],
    [edited('class.3;0.003;fires/yr', 'class.3;0.003;fires'), '“fires/yr” is expected.'],
  ])('says what is wrong with a line (%#)', (text, sentence) => {
    expect(() => parseCoefficients(text)).toThrow(sentence);
  });

  it('misses what is left out', () => {
    expect(() => toCoefficients(defaultCoefficients.slice(1))).toThrow(
      'The coefficient base.house.perYear is missing.',
    );
  });
});

describe('what to do about it', () => {
  const { buildings } = aKnownCity(300, 5);
  const scores = new RiskModel(buildings, table).rescore(aMoment());

  it('visits first where most risk goes away, and says why', () => {
    const visits = planInspections(scores, 10);
    expect(visits.length).toBe(10);
    const gainOf = (building: number) => {
      const cured = withChanges(buildings, [
        { building, input: 'openViolations', value: 0 },
        { building, input: 'yearsSinceInspection', value: 0 },
      ]);
      // Of the same record: the factor of past fires is held, as the plan does.
      const after = new RiskModel(cured, table).rescore(aMoment()).contributions;
      const { contributions, score } = scores;
      const ln = (from: typeof after) =>
        from.openViolations[building]! + from.yearsSinceInspection[building]!;
      return score[building]! * (1 - Math.exp(ln(after) - ln(contributions)));
    };
    const best = Array.from({ length: 300 }, (_, at) => gainOf(at)).sort((a, b) => b - a);
    visits.forEach(({ building, gain }, at) => {
      expect(gain).toBeCloseTo(gainOf(building), 12);
      expect(gain).toBeCloseTo(best[at]!, 12);
    });
    for (const { reasons } of visits) {
      expect(reasons.length).toBeGreaterThan(0);
      expect(reasons.every(({ ln }) => ln > 0)).toBe(true);
    }
    expect(reasonsOf(scores, 0, 1).length).toBe(1);
  });

  it('lowers the risk with a sprinkler here and an engine there, and leaves the rest alone', () => {
    const dry = withChanges(buildings, [{ building: 7, input: 'sprinkleredShare', value: 0 }]);
    const wet = withChanges(dry, [{ building: 7, input: 'sprinkleredShare', value: 1 }]);
    const sprinkler = compareRisk(dry, wet, table, aMoment());
    expect(sprinkler.scoreAfter).toBeLessThan(sprinkler.scoreBefore);
    expect(sprinkler.after.score[8]).toBe(scores.score[8]);
    const sooner = withEngines(
      buildings,
      buildings.firstEngineS.map((s) => s / 2),
    );
    const engine = compareRisk(buildings, sooner, table, aMoment());
    expect(engine.firesPerYearAfter).toBe(engine.firesPerYearBefore);
    expect(engine.scoreAfter).toBeLessThan(engine.scoreBefore);
  });

  it('says which building or occupancy cannot be', () => {
    expect(() => withChanges(buildings, [{ building: 300, input: 'people', value: 1 }])).toThrow(
      'The change is of building 300; 0 to 299 is expected.',
    );
    const wrong = createRiskBuildings(2);
    wrong.occupancy[1] = occupancies.length;
    expect(() => new RiskModel(wrong, table)).toThrow('Building 1 has occupancy 10');
    const flat = createRiskBuildings(1);
    flat.floorAreaM2[0] = 0;
    expect(() => new RiskModel(flat, table)).toThrow('a floor of 0 m²; more than 0 is expected.');
  });
});

describe('calibration', () => {
  it('ranks as the definition of AUC over all pairs', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.boolean()), { minLength: 2 }),
        (rows) => {
          const burned = rows.filter(([, fire]) => fire);
          const not = rows.filter(([, fire]) => !fire);
          fc.pre(burned.length > 0 && not.length > 0);
          let wins = 0;
          for (const [a] of burned) for (const [b] of not) wins += a > b ? 1 : a === b ? 0.5 : 0;
          const auc = rankAuc(
            Float64Array.from(rows, ([rate]) => rate),
            Float64Array.from(rows, ([, fire]) => Number(fire)),
          );
          expect(auc).toBeCloseTo(wins / (burned.length * not.length), 12);
        },
      ),
    );
  });

  it('finds hidden slopes in the fires of a city and foretells the years after', () => {
    const city = aKnownCity(30_000, 11);
    const fitted = calibrate(defaultCoefficients, city.buildings, city.fires, city.years);
    for (const row of city.truth.filter(({ name }) => name.endsWith('.slope'))) {
      const found = fitted.find(({ name }) => name === row.name)?.value ?? Number.NaN;
      // Standard errors of about 0.03 per full range at this size.
      const range = toCoefficients(fitted).get(row.name.replace('slope', 'max')) ?? 1;
      expect(Math.abs(found - row.value) * range).toBeLessThan(0.3);
    }
    const rates = new RiskModel(city.buildings, toCoefficients(fitted)).rescore(aMoment());
    const expected = rates.firesPerYear.map((rate) => rate * city.laterYears);
    const { slope } = reliabilitySlope(expected, city.laterFires);
    expect(slope).toBeGreaterThan(0.9);
    expect(slope).toBeLessThan(1.1);
  });

  it('says that nothing burned', () => {
    const city = aKnownCity(10, 1);
    expect(() => calibrate(defaultCoefficients, city.buildings, new Float64Array(10), 5)).toThrow(
      'There are 0 fires on record; at least 1 is expected.',
    );
  });
});
