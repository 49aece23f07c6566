import { useAppStore, useText } from '#store/use-store.tsx';
import { Button, formatNumber, Heading, Note, Stack } from '#ui';
import type { EvacuationResult } from '../../contract/evacuation.ts';
import { endEvacuation, nameOfOrder, orderEvacuation } from '../../state/evacuate.ts';
import { useLanguage } from '../use-fire.ts';
import { ContraflowPart } from './ContraflowPart.tsx';
import { EvacuationNumbers } from './EvacuationNumbers.tsx';
import { HazardPicks } from './HazardPicks.tsx';
import { HelpTable } from './HelpTable.tsx';
import { InsideCurve } from './InsideCurve.tsx';
import { messages } from './messages.ts';
import { PlanFields } from './PlanFields.tsx';
import { RouteTable } from './RouteTable.tsx';
import { ShelterTable } from './ShelterTable.tsx';
import { useEvacuated, useEvacuation } from './use-evacuation.ts';
import { WorkState } from './WorkState.tsx';

/** A zone that is left: what of, who, where to, how long; and what would make it faster. */
export default function EvacuationTool() {
  const store = useAppStore();
  const say = useText();
  const { plan, request } = useEvacuation();
  const result = useEvacuated();
  return (
    <Stack>
      <WorkState />
      <EvacuationNumbers />
      <Stack gap="s">
        <Heading level={4}>{say(messages.hazards)}</Heading>
        <HazardPicks />
      </Stack>
      <Stack gap="s">
        <Heading level={4}>{say(messages.settings)}</Heading>
        <PlanFields />
      </Stack>
      {request ? (
        <Button icon="close" onClick={() => endEvacuation(store)}>
          {say(messages.end)}
        </Button>
      ) : (
        <>
          {plan.hazards.length === 0 && <Note kind="faint">{say(messages.takeOne)}</Note>}
          <Button
            kind="primary"
            icon="walk"
            disabled={plan.hazards.length === 0}
            onClick={() => orderEvacuation(store, nameOfOrder(store, say(messages.name)))}
          >
            {say(messages.order)}
          </Button>
        </>
      )}
      {result && result.people > 0 && <Found result={result} />}
    </Stack>
  );
}

function Found({ result }: { readonly result: EvacuationResult }) {
  const say = useText();
  const language = useLanguage();
  return (
    <>
      <InsideCurve result={result} />
      <Stack gap="s">
        <Heading level={4}>{say(messages.whatIf)}</Heading>
        <ContraflowPart result={result} />
      </Stack>
      <Stack gap="s">
        <Heading level={4}>{say(messages.helpList)}</Heading>
        <HelpTable result={result} />
      </Stack>
      <Stack gap="s">
        <Heading level={4}>{say(messages.shelterTable)}</Heading>
        <ShelterTable result={result} />
      </Stack>
      <Stack gap="s">
        <Heading level={4}>{say(messages.routes)}</Heading>
        <RouteTable result={result} />
      </Stack>
      <Note kind="faint">
        {`${say(result.model)} ${say(messages.took(formatNumber(result.elapsedMs, language, { decimals: 0 })))}`}
      </Note>
    </>
  );
}
