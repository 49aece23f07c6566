import { useMemo } from 'react';
import { type NetworkChanges, noChanges } from '#model/network-changes.ts';
import { useFrame } from '#scene/use-frames.tsx';
import { useAppState } from '#store/use-store.tsx';
import { type NetworkValues, type PipeKey, pipeValues } from '../../contract.ts';
import { selectIncidentState } from '../../state/incident.ts';
import { elementOf, PIPES } from '../../state/selected.ts';
import { selectPipes } from '../../state.ts';

/** The keys of the selected elements of networks. */
export function useSelectedKeys(): readonly PipeKey[] {
  const selection = useAppState((state) => state.selection);
  return useMemo(
    () => selection.filter(({ feature }) => feature === PIPES).map(({ id }) => id),
    [selection],
  );
}

/** What an incident has changed of this network, so that a trace follows the valves as they are. */
export function useChanges(network: string | undefined): NetworkChanges {
  const incident = useAppState((state) => selectPipes(state).incident);
  const text = useAppState((state) =>
    incident?.network === network
      ? JSON.stringify(selectIncidentState(state)?.changes ?? noChanges)
      : '',
  );
  return useMemo(() => (text === '' ? noChanges : JSON.parse(text)), [text]);
}

/** The time of the flows that directions come from: a newer solve asks again. */
export const useSolvedAt = (network: string | undefined): number | undefined =>
  useFrame<NetworkValues>(pipeValues(network ?? ''))?.atMs;

export const networkOf = (key: PipeKey | undefined): string | undefined =>
  key === undefined ? undefined : elementOf({ feature: PIPES, id: key })?.network;
export const idOf = (key: PipeKey): string => elementOf({ feature: PIPES, id: key })?.id ?? key;
