// Small water networks for tests, as EPANET `.inp`: litres a second, metres, Hazen-Williams.

export interface Supply {
  /** Elevation and demand (L/s) by id. */
  readonly junctions: Readonly<Record<string, readonly [elevationM: number, demandLs: number]>>;
  readonly reservoirs?: Readonly<Record<string, number>>;
  /** Elevation of the floor, first, least and greatest level, diameter, m. */
  readonly tanks?: Readonly<Record<string, readonly [number, number, number, number, number]>>;
  readonly pipes: Readonly<Record<string, Pipe>>;
  /** Whole sections, e.g. `[PUMPS]`. */
  readonly more?: string;
  readonly options?: string;
  readonly times?: string;
}

/** Ends, length (m), inner diameter (mm) and `CV` or `Closed`. */
export type Pipe = readonly [
  from: string,
  to: string,
  lengthM: number,
  mm: number,
  status?: string,
];

export function anInp(supply: Supply): string {
  const { junctions, reservoirs = {}, tanks = {}, pipes, more = '' } = supply;
  const lines = <Value>(
    section: string,
    rows: Readonly<Record<string, Value>>,
    say: (value: Value) => string,
  ) => [`[${section}]`, ...Object.entries(rows).map(([id, value]) => ` ${id} ${say(value)}`)];
  return [
    ...lines('JUNCTIONS', junctions, ([elevation, demand]) => `${elevation} ${demand}`),
    ...lines('RESERVOIRS', reservoirs, String),
    ...lines('TANKS', tanks, (tank) => `${tank.join(' ')} 0`),
    ...lines(
      'PIPES',
      pipes,
      ([from, to, length, mm, status = 'Open']) => `${from} ${to} ${length} ${mm} 130 0 ${status}`,
    ),
    more,
    '[OPTIONS]',
    ' Units LPS',
    ' Headloss H-W',
    ' Accuracy 0.000001',
    supply.options ?? '',
    '[TIMES]',
    supply.times ?? ' Duration 24:00\n Hydraulic Timestep 1:00',
    '[END]',
  ].join('\n');
}

/** A square of streets, `side` × `side` junctions `J<row>-<column>` fed by `R` at one corner. */
export function aGrid(side: number, demandLs: (row: number, column: number) => number): Supply {
  const junctions: Record<string, readonly [number, number]> = {};
  const pipes: Record<string, Pipe> = { 'P-R': ['R', 'J0-0', 100, 300] };
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1) {
      const id = `J${row}-${column}`;
      junctions[id] = [5, demandLs(row, column)];
      if (column > 0) pipes[`P${row}-${column}h`] = [`J${row}-${column - 1}`, id, 120, 150];
      if (row > 0) pipes[`P${row}-${column}v`] = [`J${row - 1}-${column}`, id, 120, 150];
    }
  }
  return { junctions, reservoirs: { R: 55 }, pipes };
}
