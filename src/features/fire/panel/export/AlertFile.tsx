import { useState } from 'react';
import { useAppState, useText } from '#store/use-store.tsx';
import { Banner, Button, Heading, Note, SelectField, Stack, TextField } from '#ui';
import { type CapStatus, capStatuses, toCap } from '../../kernel/export/cap.ts';
import { useEvacuation } from '../evacuation/use-evacuation.ts';
import { useCount } from '../use-fire.ts';
import { fileName } from './describe-fire.ts';
import { capMessages, messages, statusNames } from './messages.ts';
import type { Exported } from './use-exported.ts';
import { useFiles } from './use-files.ts';

/** An order is taken for a day: who stays longer renews it. */
const VALID_MS = 24 * 3600 * 1000;
const MOST_SHELTERS = 8;

/** An alert for the people in the evacuation zone, as a file: nothing is sent from here. */
export function AlertFile({ exported }: { readonly exported: Exported }) {
  const say = useText();
  const count = useCount();
  const { isWorking, save } = useFiles();
  const { request } = useEvacuation();
  const city = useAppState((state) => state.city);
  const [sender, setSender] = useState(() => (city ? new URL(city.baseUrl).hostname : ''));
  const [senderName, setSenderName] = useState('');
  const [status, setStatus] = useState<CapStatus>('Exercise');
  const { fire, evacuation, moment, timeS } = exported;

  const write = async () => {
    if (!evacuation || !request) throw new Error(say(messages.noZone));
    const nowMs = fire.startMs + timeS * 1000;
    const shelters = evacuation.shelters.filter(({ assigned }) => assigned > 0);
    const xml = toCap({
      identifier: `${city?.manifest.id ?? 'city'}-${request.id}-${Math.round(nowMs / 1000)}`,
      ...{ sender, senderName, status, zone: evacuation.zone },
      ...{ sentMs: nowMs, onsetMs: request.atMs, expiresMs: nowMs + VALID_MS },
      ...{ severity: 'Severe', urgency: 'Immediate', certainty: 'Possible' },
      note: capMessages.note(fire.name),
      event: capMessages.event,
      headline: capMessages.headline(fire.ignitions[0]?.building.name ?? fire.name),
      description: capMessages.description(
        count(Math.round(evacuation.people)),
        count(moment?.burning.length ?? 0),
      ),
      instruction: capMessages.instruction(
        shelters.slice(0, MOST_SHELTERS).map(({ name }) => name),
      ),
      areaDesc: capMessages.area(exported.city, request.marginM),
    });
    return new Blob([xml], { type: 'application/cap+xml' });
  };
  return (
    <Stack gap="s">
      <Heading level={4}>{say(messages.alert)}</Heading>
      <Note kind="faint">{say(evacuation ? messages.alertWhat : messages.noZone)}</Note>
      {evacuation && (
        <>
          <TextField
            label={say(messages.sender)}
            hint={say(messages.senderHint)}
            value={sender}
            onChange={setSender}
          />
          <TextField label={say(messages.senderName)} value={senderName} onChange={setSenderName} />
          <SelectField
            label={say(messages.status)}
            value={status}
            options={capStatuses.map((value) => ({ value, label: say(statusNames[value]) }))}
            onChange={setStatus}
          />
          {status === 'Actual' && <Banner tone="warning" title={say(messages.actual)} />}
        </>
      )}
      <Button
        icon="download"
        disabled={isWorking || !evacuation || sender.trim() === ''}
        onClick={() => save(fileName(fire, 'alert', 'xml', timeS), write)}
      >
        {say(isWorking ? messages.working : messages.saveXml)}
      </Button>
    </Stack>
  );
}
