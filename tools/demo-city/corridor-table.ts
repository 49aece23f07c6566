// Where each network lies under a street: how far from the axis and how deep.

export const corridorNetworks = [
  'power',
  'gas',
  'gasHigh',
  'heatSupply',
  'heatReturn',
  'water',
  'waterTransmission',
  'storm',
  'sanitary',
] as const;
export type CorridorNetwork = (typeof corridorNetworks)[number];

/** Offset from the axis, right of the street's direction positive; depth from the ground to the pipe's axis. */
export const corridor: Readonly<Record<CorridorNetwork, { offsetM: number; depthM: number }>> = {
  power: { offsetM: 4.2, depthM: 0.7 },
  gas: { offsetM: 3, depthM: 0.9 },
  gasHigh: { offsetM: 3.6, depthM: 1.2 },
  heatSupply: { offsetM: -3.4, depthM: 1.1 },
  heatReturn: { offsetM: -3.9, depthM: 1.1 },
  water: { offsetM: -2.2, depthM: 1.3 },
  waterTransmission: { offsetM: -1.1, depthM: 1.8 },
  storm: { offsetM: 1.6, depthM: 2 },
  sanitary: { offsetM: 0, depthM: 2.8 },
};
const widestM = 4.2;
/** Free ground between the outermost pipe and the house fronts. */
const kerbM = 0.5;

/** Distance of a network from the axis of a street: all move together where the street is narrow. */
export const offsetIn = (network: CorridorNetwork, widthM: number): number =>
  corridor[network].offsetM * Math.min(1, (widthM / 2 - kerbM) / widestM);
