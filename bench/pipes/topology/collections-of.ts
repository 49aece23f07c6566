import type { PipeNetwork } from '#model/pipe-network.ts';

/** A network as the lines of a city package. Nodes without a place are put on a grid of a metre. */
export function collectionsOf({ nodes, links, valves }: PipeNetwork): Record<string, string> {
  const place = (node: number) => [
    10 + (node % 200) * 2e-5,
    54 + Math.floor(node / 200) * 1e-5,
    30,
  ];
  const feature = (
    id: string | undefined,
    type: string,
    coordinates: unknown,
    properties: object,
  ) => JSON.stringify({ type: 'Feature', id, geometry: { type, coordinates }, properties });
  const node = (row: number) => nodes.ids[row];
  return {
    nodes: nodes.ids
      .map((id, row) =>
        feature(id, 'Point', place(row), {
          kind: nodes.isSource[row] === 1 ? 'reservoir' : 'customer',
          ...{ rim_m: 30, elevation_m: 28.5, demand_m3s: nodes.demand[row] },
          customers: nodes.demand[row]! > 0 ? 3 : 0,
        }),
      )
      .join('\n'),
    pipes: links.ids
      .map((id, row) =>
        feature(id, 'LineString', [place(links.from[row]!), place(links.to[row]!)], {
          ...{ assetId: id, network: 'water', role: 'main', shape: 'circle' },
          ...{ fromNode: node(links.from[row]!), toNode: node(links.to[row]!) },
          ...{ innerDiameter_mm: 1000 * (links.innerM[row] || 0.1), length_m: links.lengthM[row] },
          ...{ material: 'polyethylene', installDate: '1998', status: 'inService' },
          ...{ verticalDatum: 'EPSG:7837', zSource: 'cover', qualityLevel: 'C', owner: 'Vitens' },
        }),
      )
      .join('\n'),
    valves: valves.ids
      .map((id, row) =>
        feature(id, 'Point', place(valves.node[row]!), {
          ...{ kind: 'isolation', normalState: 'open', state: 'open', lastExercised: '2019' },
          ...{ link: links.ids[valves.link[row]!], node: node(valves.node[row]!) },
          operable: row % 30 !== 7,
        }),
      )
      .join('\n'),
  };
}
