import { newId } from '#store/new-id.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button, formatNumber, Note, PropertyRow, PropertySection, Quantity } from '#ui';
import type { FloodStatus } from '../contract.ts';
import {
  backendNames,
  statusMessages as messages,
  schemeNames,
  schemeWords,
} from '../messages/status.ts';
import type { FloodRun } from '../state/initial.ts';
import { startRun } from '../state/runs.ts';
import { beyondMeans, factorText, shareBeyond, shareText } from './status-words.ts';

interface TrustSectionProps {
  readonly run: FloodRun;
  readonly status: FloodStatus;
}

/** The same as the line in view, in whole words: equations, ground, what the arithmetic lost, where it holds. */
export function TrustSection({ run, status }: TrustSectionProps) {
  const say = useText();
  const language = useAppState(({ preferences }) => preferences.language);
  const { scheme, backend, threads, cells, wetCells } = status;
  const count = (value: number) => formatNumber(value, language, { decimals: 0 });
  return (
    <PropertySection
      title={say(messages.details)}
      isInitiallyOpen={false}
      footer={<Note kind="faint">{say(messages.limits)}</Note>}
    >
      <PropertyRow
        name={say(messages.scheme)}
      >{`${say(schemeWords[scheme])} (${say(schemeNames[scheme])})`}</PropertyRow>
      <PropertyRow name={say(messages.backend)}>
        {`${say(backendNames[backend])}, ${say(messages.threads(threads))}`}
      </PropertyRow>
      <PropertyRow name={say(messages.speed)}>
        {say(messages.factorShort(factorText(status.realTimeFactor)))}
      </PropertyRow>
      <PropertyRow name={say(messages.cellSize)}>
        <Quantity value={status.cellM} unit="m" decimals={2} />
      </PropertyRow>
      <PropertyRow name={say(messages.cells)}>{`${count(cells)}, ${count(wetCells)}`}</PropertyRow>
      <PropertyRow name={say(messages.terrain)}>
        {[status.terrain, say(messages.surveyed(status.surveyed))].filter(Boolean).join(', ')}
      </PropertyRow>
      <PropertyRow name={say(messages.stored)}>
        <Quantity value={status.storedM3} unit="m³" decimals={0} />
      </PropertyRow>
      <PropertyRow name={say(messages.massError)} source={say(messages.massErrorMeans)}>
        {shareText(status.massError)}
      </PropertyRow>
      <PropertyRow name={say(messages.beyond)} source={say(beyondMeans(scheme))}>
        {shareText(shareBeyond(status))}
      </PropertyRow>
      {status.isBeyondScheme && <BeyondScheme run={run} />}
    </PropertySection>
  );
}

function BeyondScheme({ run }: { readonly run: FloodRun }) {
  const store = useAppStore();
  const say = useText();
  const again = () =>
    startRun(store, {
      ...run.scenario,
      id: newId(),
      scheme: 'shallow-water',
      basedOn: run.scenario.id,
    });
  return (
    <PropertyRow name={say(messages.isBeyond)}>
      <Button size="s" icon="refresh" onClick={again}>
        {say(messages.asShallowWater)}
      </Button>
    </PropertyRow>
  );
}
