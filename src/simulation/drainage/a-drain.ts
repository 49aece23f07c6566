// Builds a straight drain as a SWMM file, for tests: manholes in a row, one outfall, steady inflow at the top. SI.

interface DrainParts {
  readonly nodes: number;
  readonly lengthM: number;
  readonly slope: number;
  readonly diameter: number;
  readonly manning: number;
  readonly flow: number;
  readonly hours?: number;
  /** Sections after those of the drain itself. */
  readonly more?: string;
}

export function aDrain({
  nodes,
  lengthM,
  slope,
  diameter,
  manning,
  flow,
  hours = 6,
  more = '',
}: DrainParts): string {
  const level = (k: number) => (100 - k * lengthM * slope).toFixed(6);
  const rows = Array.from({ length: nodes }, (_, k) => k);
  return `[OPTIONS]
FLOW_UNITS CMS
FLOW_ROUTING DYNWAVE
START_DATE 01/01/2024
END_DATE 01/01/2024
END_TIME ${String(hours).padStart(2, '0')}:00:00
ROUTING_STEP 2
INERTIAL_DAMPING PARTIAL
[JUNCTIONS]
${rows.map((k) => `N${k} ${level(k)} 4 0 0 0`).join('\n')}
[OUTFALLS]
OUT ${level(nodes)} NORMAL NO
[CONDUITS]
${rows.map((k) => `C${k} N${k} ${k === nodes - 1 ? 'OUT' : `N${k + 1}`} ${lengthM} ${manning} 0 0 0 0`).join('\n')}
[XSECTIONS]
${rows.map((k) => `C${k} CIRCULAR ${diameter} 0 0 0 1`).join('\n')}
[INFLOWS]
N0 FLOW "" FLOW 1 1 ${flow}
${more}`;
}
