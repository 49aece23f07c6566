import { useState } from 'react';
import { useText } from '#store/use-store.tsx';
import { Button, EmptyState, Heading, Note, Stack } from '#ui';
import { BriefingSheet } from './briefing/BriefingSheet.tsx';
import { ExtentFile } from './ExtentFile.tsx';
import { FilmFile } from './film/FilmFile.tsx';
import { messages } from './messages.ts';
import { RasterFile } from './RasterFile.tsx';
import { SeriesFile } from './SeriesFile.tsx';
import { useExported } from './use-exported.ts';

/** Takes a run along: on paper, into a GIS, a spreadsheet, a film. */
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
      <RasterFile exported={exported} />
      <ExtentFile exported={exported} />
      <SeriesFile exported={exported} />
      <FilmFile exported={exported} />
      {isBriefing && <BriefingSheet exported={exported} onClose={() => setBriefing(false)} />}
    </Stack>
  );
}
