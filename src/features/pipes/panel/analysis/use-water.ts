import { useState } from 'react';
import { useAppState } from '#store/use-store.tsx';
import type { OpenNetwork } from '../../contract.ts';
import { elementOf } from '../../state/selected.ts';
import { useNetworks } from '../use-line.ts';

export const isModelled = ({ model }: OpenNetwork): boolean => model?.format === 'epanet-inp';

/** The network with a water model that a tool works on; the first one until a person chooses. */
export function useWaterNetworks() {
  const networks = useNetworks().filter(isModelled);
  const [chosen, setChosen] = useState<string>();
  const shown = networks.find(({ network }) => network === chosen) ?? networks[0];
  return { networks, shown, choose: setChosen };
}

/** The one selected node or link of a network. */
export function useSelectedElement(network: string | undefined) {
  const selected = useAppState(({ selection }) => selection);
  const [one] = selected.length === 1 ? selected : [];
  const element = one && elementOf(one);
  return element && element.network === network ? element : undefined;
}
