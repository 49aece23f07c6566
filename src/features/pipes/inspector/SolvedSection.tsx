import { useFrame } from '#scene/use-frames.tsx';
import { useText } from '#store/use-store.tsx';
import { Note, PropertyRow, PropertySection, StatusBadge } from '#ui';
import type { ElementDetails } from '../contract/answers.ts';
import {
  type LinkQuantity,
  linkQuantities,
  type NetworkValues,
  type NodeQuantity,
  nodeQuantities,
  type OpenNetwork,
  pipeValues,
} from '../contract.ts';
import { toElement } from '../kernel/index-space.ts';
import { inspectorMessages as messages } from '../messages/inspector.ts';
import { useNetworks } from '../panel/use-line.ts';
import { useMeasure, useMoment } from '../panel/use-words.ts';

/** What the model says of it: simulated, by which model, of when; old values say so. */
export function SolvedSection({ details }: { readonly details: ElementDetails }) {
  const say = useText();
  const measure = useMeasure();
  const moment = useMoment();
  const values = useFrame<NetworkValues>(pipeValues(details.network));
  const network = useNetworks().find((one) => one.network === details.network);
  if (!network || details.kind === 'valve') return null;
  if (!values) {
    return network.hasModel ? null : <Note kind="faint">{say(messages.noSolution)}</Note>;
  }
  const rows = rowsOf(values, network, details.index);
  if (rows.length === 0) return null;
  const isStale = values.staleSinceMs !== undefined;
  return (
    <PropertySection
      title={say(messages.solved)}
      aside={
        <StatusBadge
          isPlain
          tone={isStale ? 'stale' : 'simulated'}
          word={
            isStale
              ? say(messages.oldSince(moment(values.staleSinceMs ?? 0)))
              : say(messages.simulated)
          }
        />
      }
      footer={<Note kind="faint">{say(messages.solvedBy(values.model, moment(values.atMs)))}</Note>}
    >
      {rows.map(({ quantity, value }) => (
        <PropertyRow key={quantity} name={say(messages.quantities[quantity])}>
          {measure(value, unitOf(quantity, details), quantity)}
        </PropertyRow>
      ))}
    </PropertySection>
  );
}

interface SolvedRow {
  readonly quantity: LinkQuantity | NodeQuantity;
  readonly value: number;
}

function rowsOf(values: NetworkValues, network: OpenNetwork, index: number): SolvedRow[] {
  const { kind, row } = toElement(network, index);
  const known = <Name extends LinkQuantity | NodeQuantity>(
    names: readonly Name[],
    table: Partial<Record<Name, Float32Array>>,
  ) =>
    names.flatMap((quantity) => {
      const value = table[quantity]?.[row] ?? Number.NaN;
      return Number.isNaN(value) ? [] : [{ quantity, value }];
    });
  return kind === 'link'
    ? known(linkQuantities, values.links)
    : known(nodeQuantities, values.nodes);
}

const units: Readonly<Partial<Record<LinkQuantity | NodeQuantity, string>>> = {
  velocityMps: 'm/s',
  headLossMPerM: 'm/m',
  leakM3s: 'm³/s',
  temperatureC: '°C',
  pressurePa: 'Pa',
  headM: 'm',
  depthM: 'm',
  floodedM3s: 'm³/s',
  filling: 'share',
  loadShare: 'share',
  deliveredShare: 'share',
};

function unitOf(quantity: LinkQuantity | NodeQuantity, { utility }: ElementDetails): string {
  if (quantity !== 'flow' && quantity !== 'demand') return units[quantity] ?? '';
  if (utility === 'gas') return 'kg/s';
  const isPower = utility === 'power' || utility === 'heatSupply' || utility === 'heatReturn';
  if (quantity === 'demand' && isPower) return 'W';
  return 'm³/s';
}
