// A network several times side by side, every id with the number of its copy: what a larger city's file would be like.

/** Sections whose lines begin with this many ids of nodes and links. */
const ids: Readonly<Record<string, number>> = {
  ...{ JUNCTIONS: 1, RESERVOIRS: 1, TANKS: 1, PIPES: 3, PUMPS: 3, VALVES: 3, DEMANDS: 1 },
  ...{ STATUS: 1, EMITTERS: 1, COORDINATES: 1, VERTICES: 1, LEAKAGE: 1 },
};

/** Controls, rules and quality are left out; patterns, curves and options are shared. */
export function blockCopy(inp: string, times: number): string {
  const sections = inp.split(/^(?=\s*\[)/m).map((text) => {
    const name = /\[(\w+)/.exec(text)?.[1]?.toUpperCase() ?? '';
    const [, ...lines] = text.split('\n');
    return { name, head: `[${name}]`, lines };
  });
  const isKept = (name: string) =>
    name in ids || ['PATTERNS', 'CURVES', 'OPTIONS', 'TIMES', 'ENERGY'].includes(name);
  const copied = sections.flatMap(({ name, head, lines }) => {
    const count = ids[name];
    if (!isKept(name)) return [];
    if (count === undefined) return [head, ...lines];
    const rows = lines.filter((line) => line.trim() !== '' && !line.trim().startsWith(';'));
    return [
      head,
      ...Array.from({ length: times }, (_, copy) =>
        rows.map((row) => {
          const words = row.replace(/;.*$/, '').trim().split(/\s+/);
          return words.map((word, at) => (at < count ? `${word}_${copy}` : word)).join(' ');
        }),
      ).flat(),
    ];
  });
  return [...copied, '[END]'].join('\n');
}
