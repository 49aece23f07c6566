// How values of the tables, which are in SI, are shown.

export interface Measure {
  readonly factor: number;
  readonly offset: number;
  readonly symbol: string;
  readonly decimals: number | undefined;
  /** False of what is counted but not grouped: years. */
  readonly isGrouped?: boolean;
}

const same = (symbol: string, decimals?: number): Measure => ({
  factor: 1,
  offset: 0,
  symbol,
  decimals,
});
const times = (factor: number, symbol: string, decimals?: number): Measure => ({
  factor,
  offset: 0,
  symbol,
  decimals,
});

/** By the name of a value where its unit alone doesn't say how people read it. */
const byName: Readonly<Record<string, Measure>> = {
  innerDiameter: times(1000, 'mm', 0),
  innerWidth: times(1000, 'mm', 0),
  wall: times(1000, 'mm', 1),
  diameter: times(1000, 'mm', 0),
  length: same('m', 1),
  slope: times(1000, '‰', 1),
};

const byUnit: Readonly<Record<string, Measure>> = {
  '1': same('', 0),
  year: { ...same('', 0), isGrouped: false },
  m: same('m', 2),
  'm³/s': times(1000, 'L/s', 2),
  Pa: times(1e-5, 'bar', 2),
  'm/s': same('m/s', 2),
  'm/m': times(1000, 'm/km', 2),
  'kg/m³': times(1000, 'mg/L', 2),
  s: times(1 / 3600, 'h', 1),
  W: times(1e-3, 'kW', 1),
  share: times(100, '%', 0),
  '°C': same('°C', 1),
  'kg/s': same('kg/s', 4),
  'm³': same('m³', 1),
  'm²': same('m²', 2),
};

export const measureOf = (unit: string, name = ''): Measure =>
  byName[name] ?? byUnit[unit] ?? same(unit);
