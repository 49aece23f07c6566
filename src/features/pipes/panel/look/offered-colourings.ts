import type { Colouring, OpenNetwork } from '../../contract.ts';

const register: readonly Colouring[] = [
  ...(['none', 'material', 'year', 'diameter', 'cover', 'zone', 'segment', 'criticality'] as const),
];
const water: readonly Colouring[] = ['pressure', 'flow', 'velocity', 'headLoss'];
const quality: readonly Colouring[] = ['age', 'chlorine', 'source'];
const drains = new Set(['storm', 'sanitary', 'combined']);
const heat = new Set(['heatSupply', 'heatReturn']);

/** What can be coloured in these networks: nobody is offered the filling of gas pipes. */
export function offeredColourings(networks: readonly OpenNetwork[]): readonly Colouring[] {
  const has = (of: (network: OpenNetwork) => boolean) => networks.some(of);
  return [
    ...register,
    ...(has(({ utility }) => !drains.has(utility) && utility !== 'telecom') ? water : []),
    ...(has(({ utility, hasModel }) => utility === 'water' && hasModel) ? quality : []),
    ...(has(({ utility }) => drains.has(utility)) ? (['filling'] as const) : []),
    ...(has(({ utility }) => heat.has(utility)) ? (['temperature'] as const) : []),
  ];
}
