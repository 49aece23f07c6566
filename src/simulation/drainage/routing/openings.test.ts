import { describe, expect, it } from 'vitest';
import type { Orifice, Weir } from '../model.ts';
import { tabulateSection } from '../section/section-table.ts';
import { found, throughOrifice, throughWeir } from './openings.ts';

const sideWeir: Weir = {
  ...{ kind: 'weir', id: 'W', from: 0, to: 1, hasFlapGate: false, form: 'sideflow', offsetM: 0 },
  ...{ coefficient: 1.8, endCoefficient: 0, endContractions: 0, heightM: 2, lengthM: 3 },
  ...{ sideSlope: 0, canSurcharge: false },
};

describe('a side weir', () => {
  const flow = 1.8 * 3 ** 0.83 * 0.5 ** 1.67;

  it('flows by the head’s power of 1.67, and as any weir where it flows back', () => {
    throughWeir(sideWeir, 1, 10, 10.5, 9, 1);
    expect(found.flow).toBeCloseTo(flow, 12);
    throughWeir(sideWeir, 1, 10, 10.5, 9, -1);
    expect(found.flow).toBeCloseTo(1.8 * 3 * 0.5 ** 1.5, 12);
  });

  it('keeps the slope of free flow where tail water holds it back', () => {
    throughWeir(sideWeir, 1, 10, 10.5, 10.25, 1);
    expect(found.flow).toBeCloseTo(flow * (1 - 0.5 ** (5 / 3)) ** 0.385, 12);
    expect(found.byHead).toBeCloseTo((1.67 * flow) / 0.5, 12);
  });
});

describe('a raised notch', () => {
  it('has a sill as wide as the notch at its height', () => {
    const notch: Weir = { ...sideWeir, form: 'v-notch', lengthM: 0, sideSlope: 1 };
    throughWeir(notch, 0.75, 10, 11, 9, 1);
    expect(found.flow).toBeCloseTo(1.8 * 1 * 0.5 ** 1.5, 12);
  });
});

describe('an opening in a floor', () => {
  const section = { shape: 'rect-closed', heightM: 0.4, widthM: 0.6 } as const;
  const orifice: Orifice = {
    ...{ kind: 'orifice', id: 'O', from: 0, to: 1, hasFlapGate: false, isBottom: true },
    ...{ offsetM: 0, coefficient: 0.65, section, strokeS: 0 },
  };

  it('is driven by what its tail water leaves of the head', () => {
    throughOrifice(orifice, tabulateSection(section), 1, 10, 13, 11, 3, 60);
    expect(found.flow).toBeCloseTo(0.65 * 0.24 * Math.sqrt(2 * 9.81456 * 2), 9);
    expect(found.byHead).toBeCloseTo(found.flow / 4, 12);
  });

  it('gives its area to its nodes, or next to nothing where it is dry', () => {
    throughOrifice(orifice, tabulateSection(section), 1, 10, 13, 11, 3, 60);
    expect(found.surfaceM2).toBeCloseTo(0.24, 12);
    throughOrifice(orifice, tabulateSection(section), 1, 10, 9, 8, 3, 60);
    expect(found.surfaceM2).toBeCloseTo(3.048e-5 * 60, 12);
  });
});
