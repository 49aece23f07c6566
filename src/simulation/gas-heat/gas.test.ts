import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FlowError } from './flow-error.ts';
import { roughFactor } from './friction.ts';
import { solveGas } from './gas.ts';
import { airPressure, gasDensity, naturalGasH, normalK, normalPa } from './gas-properties.ts';
import { linkStates } from './link-states.ts';
import { readPandapipes, toGasProblem } from './read-pandapipes.ts';
import { aGasNet, plainGas } from './testing/a-gas-net.ts';

const folder = fileURLToPath(new URL('../../../../shared/data/pipes/gas-heat/', import.meta.url));
const hasData = existsSync(folder);
const gauge = (pascals: number | undefined) => (pascals ?? Number.NaN) - normalPa;

function errorOf(run: () => unknown): FlowError {
  try {
    run();
  } catch (error) {
    if (error instanceof FlowError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('solveGas', () => {
  it('gives the pressure of one pipe as the formula does', () => {
    const net = aGasNet()
      .source('A', 5e5)
      .pipe('A', 'B', { lengthM: 2000, loss: 4 })
      .sink('B', 0.05);
    const { pressurePa, flowKgs } = solveGas(net.problem());
    const area = (Math.PI / 4) * 0.01;
    const reynolds = (0.05 * 0.1) / (plainGas.viscosityPas * area);
    const factor = 64 / reynolds + roughFactor('nikuradse', 0.1, 1e-4);
    const loss =
      ((normalPa * 283.15) / (normalK * plainGas.densityKgm3 * area * area)) *
      ((factor * 2000) / 0.1 + 4) *
      0.05 ** 2;
    const before = 5e5 + normalPa;
    expect(pressurePa[1]).toBeCloseTo(Math.sqrt(before * before - loss), 3);
    expect(flowKgs[0]).toBeCloseTo(0.05, 12);
  });

  it('adds the weight of the gas below the source, like the barometric formula', () => {
    const net = aGasNet().source('A', 1e5).at('A', 500).pipe('A', 'B').sink('B', 0);
    const { pressurePa } = solveGas(net.problem());
    const exact = (1e5 + normalPa) * Math.exp(gasDensity(plainGas, 1, 283.15) * 9.80665 * 500);
    // Mean pressure for the whole column: exact to the third order of Δp/p = 4 %.
    expect(pressurePa[1]! / exact).toBeCloseTo(1, 4);
  });

  it('lets a regulator keep its pressure while there is enough before it', () => {
    const net = aGasNet()
      .source('A', 16e5)
      .pipe('A', 'B', { lengthM: 1000 })
      .link('regulator', 'B', 'C', { setting: 1e5 + normalPa })
      .pipe('C', 'D', { lengthM: 500 })
      .sink('D', 0.1);
    const { pressurePa, flowKgs, linkState } = solveGas(net.problem());
    expect(gauge(pressurePa[net.row('C')])).toBeCloseTo(1e5, 3);
    expect(flowKgs[1]).toBeCloseTo(0.1, 9);
    expect(linkStates[linkState[1]!]).toBe('active');
  });

  it('opens a regulator wholly where the pressure before it is too low', () => {
    const net = aGasNet()
      .source('A', 0.5e5)
      .link('regulator', 'A', 'B', { setting: 1e5 + normalPa })
      .pipe('B', 'C')
      .sink('C', 0.01);
    const { pressurePa, linkState } = solveGas(net.problem());
    expect(gauge(pressurePa[net.row('B')])).toBeCloseTo(0.5e5, 0);
    expect(linkStates[linkState[0]!]).toBe('open');
  });

  it('shuts a regulator whose zone has a higher pressure from elsewhere', () => {
    const net = aGasNet()
      .source('A', 5e5)
      .link('regulator', 'A', 'B', { setting: 1e5 + normalPa })
      .pipe('B', 'C')
      .source('C', 2e5)
      .sink('B', 0.01);
    const { flowKgs, linkState } = solveGas(net.problem());
    expect(flowKgs[0]).toBe(0);
    expect(linkStates[linkState[0]!]).toBe('shut');
    // A shut link lets through 1e-9 of what would be open, so that its zone stays solvable.
    expect(flowKgs[1]).toBeCloseTo(-0.01, 8);
  });

  it('feeds two zones one behind the other and shares between equal regulators', () => {
    const net = aGasNet()
      .source('A', 16e5)
      .pipe('A', 'B')
      .link('regulator', 'B', 'M', { setting: 1e5 + normalPa })
      .link('regulator', 'B', 'M', { setting: 1e5 + normalPa })
      .pipe('M', 'N')
      .link('regulator', 'N', 'L', { setting: 2300 + normalPa })
      .pipe('L', 'K', { innerM: 0.15 })
      .sink('K', 0.005)
      .sink('N', 0.02);
    const { flowKgs, imbalanceKgs } = solveGas(net.problem());
    expect(flowKgs[0]).toBeCloseTo(0.025, 9);
    expect(flowKgs[1]).toBeCloseTo(0.0125, 9);
    expect(flowKgs[4]).toBeCloseTo(0.005, 9);
    expect(imbalanceKgs).toBeLessThan(1e-9);
  });

  it('raises the pressure by the ratio of a compressor', () => {
    const net = aGasNet()
      .source('A', 5e5)
      .pipe('A', 'B', { lengthM: 20_000 })
      .link('compressor', 'B', 'C', { setting: 1.5 })
      .pipe('C', 'D', { lengthM: 20_000 })
      .sink('D', 0.08);
    const { pressurePa } = solveGas(net.problem());
    expect(pressurePa[net.row('C')]! / pressurePa[net.row('B')]!).toBeCloseTo(1.5, 6);
  });

  it('supplies nothing behind a closed valve, and what is left keeps its flows', () => {
    const net = aGasNet()
      .source('A', 5e5)
      .pipe('A', 'B')
      .link('valve', 'B', 'C', { isClosed: true })
      .pipe('C', 'D')
      .sink('B', 0.01)
      .sink('D', 0.02);
    const { isSupplied, pressurePa, flowKgs } = solveGas(net.problem());
    expect([...isSupplied]).toEqual([1, 1, 0, 0]);
    expect(pressurePa[net.row('D')]).toBeNaN();
    expect([...flowKgs].map((flow) => Number(flow.toFixed(9)))).toEqual([0.01, 0, 0]);
  });

  it('says where more is asked for than pressure can bring', () => {
    const net = aGasNet()
      .source('A', 2000)
      .pipe('A', 'B', { lengthM: 5000, innerM: 0.05 })
      .sink('B', 1);
    const error = errorOf(() => solveGas(net.problem()));
    expect(error.reason).toBe('tooMuchDemand');
    expect(error.nodes).toEqual([net.row('B')]);
  });

  it('says where more is fed in than has a way out', () => {
    const net = aGasNet()
      .source('A', 5e5)
      .link('regulator', 'A', 'B', { setting: 1e5 + normalPa })
      .pipe('B', 'C')
      .sink('C', -0.02);
    const error = errorOf(() => solveGas(net.problem()));
    expect(error.reason).toBe('noWayOut');
    expect(error.links).toEqual([0]);
  });

  it('refuses what is missing or contradicts itself, with the element', () => {
    const noSource = aGasNet().pipe('A', 'B').sink('B', 0.1);
    expect(errorOf(() => solveGas(noSource.problem())).reason).toBe('input');
    const noSize = aGasNet().source('A', 1e5).pipe('A', 'B').pipe('B', 'C', { innerM: 0 });
    expect(errorOf(() => solveGas(noSize.problem())).links).toEqual([1]);
    const quarrel = aGasNet()
      .source('A', 5e5)
      .link('regulator', 'A', 'B', { setting: 2e5 })
      .link('regulator', 'A', 'B', { setting: 3e5 })
      .sink('B', 0.01);
    expect(errorOf(() => solveGas(quarrel.problem())).links).toEqual([0, 1]);
    const onGiven = aGasNet().source('A', 5e5).source('B', 1e5);
    onGiven.link('regulator', 'A', 'B', { setting: 2e5 });
    expect(errorOf(() => solveGas(onGiven.problem())).nodes).toEqual([1]);
    const noNumber = aGasNet().source('A', 5e5).pipe('A', 'B').sink('B', Number.NaN);
    expect(errorOf(() => solveGas(noNumber.problem())).nodes).toEqual([1]);
  });

  const nets = fc.record({
    extra: fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 10 }),
    parent: fc.array(fc.nat(), { minLength: 11, maxLength: 11 }),
    demand: fc.array(fc.double({ min: 0, max: 0.01, noNaN: true }), {
      minLength: 12,
      maxLength: 12,
    }),
    friction: fc.constantFrom('nikuradse' as const, 'colebrook' as const),
  });
  const build = ({
    extra,
    parent,
    demand,
    friction,
  }: typeof nets extends fc.Arbitrary<infer T> ? T : never) => {
    const net = aGasNet().source('0', 10e5);
    for (const [at, one] of parent.entries()) net.pipe(String(one % (at + 1)), String(at + 1));
    for (const [a, b] of extra) if (a !== b) net.pipe(String(a), String(b), { innerM: 0.05 });
    for (const [at, kgs] of demand.entries()) net.sink(String(at), kgs);
    return net.problem({ friction, gas: naturalGasH });
  };

  it('keeps the balance of every node and the law of every pipe, whatever the net', () => {
    fc.assert(
      fc.property(nets, (parts) => {
        const problem = build(parts);
        const { flowKgs, pressurePa, imbalanceKgs } = solveGas(problem);
        expect(imbalanceKgs).toBeLessThan(1e-9);
        for (const [link, flow] of flowKgs.entries()) {
          const drop =
            pressurePa[problem.links.from[link]!]! - pressurePa[problem.links.to[link]!]!;
          if (Math.abs(flow) > 1e-6) expect(Math.sign(drop)).toBe(Math.sign(flow));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same bytes for the same net', () => {
    fc.assert(
      fc.property(nets, (parts) => {
        const problem = build(parts);
        expect(solveGas(problem)).toEqual(solveGas(problem));
      }),
      { numRuns: 10 },
    );
  });

  describe.skipIf(!hasData)('against STANET (shared/data/pipes/gas-heat)', () => {
    const files = hasData ? readdirSync(folder).filter((file) => /_(N|PC)\.json$/.test(file)) : [];
    it.each(files)('%s within 1e-4', (file) => {
      const net = readPandapipes(readFileSync(folder + file, 'utf8'));
      const model = file.endsWith('_N.json') ? 'nikuradse' : 'colebrook';
      const { problem, airPa, stanetPa } = toGasProblem(net, model);
      const { pressurePa } = solveGas(problem);
      for (const [node, expected] of stanetPa.entries()) {
        if (Number.isNaN(expected)) continue;
        expect(Math.abs((pressurePa[node]! - airPa[node]!) / expected - 1)).toBeLessThan(1e-4);
      }
    });

    it('solves the real net of Schutterwald and balances each of its nodes', () => {
      const net = readPandapipes(readFileSync(`${folder}schutterwald_gas.json`, 'utf8'));
      const { problem } = toGasProblem(net, 'nikuradse');
      const { imbalanceKgs, isSupplied } = solveGas(problem);
      expect(imbalanceKgs).toBeLessThan(1e-9);
      expect(isSupplied.every((one) => one === 1)).toBe(true);
    });
  });
});

describe('airPressure', () => {
  it('falls with height', () => {
    expect(airPressure(0)).toBe(normalPa);
    expect(airPressure(1000)).toBeCloseTo(89_876, -2);
  });
});

describe('readPandapipes', () => {
  it('refuses what is no network', () => {
    expect(() => readPandapipes('{"_object": {}}')).toThrow('no table of junctions');
  });
});
