import { useState } from 'react';
import { useText } from '#store/use-store.tsx';
import { Button, EmptyState, Heading, Note, Stack } from '#ui';
import { AlertFile } from './AlertFile.tsx';
import { BuildingsFile } from './BuildingsFile.tsx';
import { BriefingSheet } from './briefing/BriefingSheet.tsx';
import { MapFile } from './MapFile.tsx';
import { messages } from './messages.ts';
import { useExported } from './use-exported.ts';

/** Takes a fire along: on paper, into a GIS, a spreadsheet, an alert. */
export default function ExportTool() {
  const say = useText();
  const exported = useExported();
  const [isBriefing, setBriefing] = useState(false);
  if (!exported) return <EmptyState icon="download" title={say(messages.nothingYet)} />;
  return (
    <Stack>
      <Stack gap="s">
        <Heading level={4}>{say(messages.briefing)}</Heading>
        <Note kind="faint">{say(messages.briefingWhat)}</Note>
        <Button kind="primary" icon="printer" onClick={() => setBriefing(true)}>
          {say(messages.openBriefing)}
        </Button>
      </Stack>
      <MapFile exported={exported} />
      <BuildingsFile exported={exported} />
      <AlertFile exported={exported} />
      {isBriefing && <BriefingSheet exported={exported} onClose={() => setBriefing(false)} />}
    </Stack>
  );
}
