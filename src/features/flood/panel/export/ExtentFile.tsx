import { useState } from 'react';
import { useText } from '#store/use-store.tsx';
import { Button, Heading, Note, Segmented, Stack } from '#ui';
import { depthClassesM } from '../../contract/impact.ts';
import { describeRun, fileName } from './describe-run.ts';
import { messages } from './messages.ts';
import { type Exported, useFiles } from './use-exported.ts';

const LEAST_M = 0.05;

/** Where the water is, as polygons by depth. */
export function ExtentFile({ exported }: { readonly exported: Exported }) {
  const { line, run, status, timeS, city } = exported;
  const say = useText();
  const { isWorking, save } = useFiles();
  const [when, setWhen] = useState<'moment' | 'greatest'>('moment');
  const isMoment = when === 'moment';

  const write = async () => {
    const { text } = await line.call('extent', {
      run: run.id,
      ...(isMoment && { timeS }),
      thresholdsM: [LEAST_M, ...depthClassesM],
      properties: {
        ...describeRun(run, status, city),
        ...(isMoment && { TIME_S: Math.round(timeS) }),
      },
    });
    return new Blob([text], { type: 'application/geo+json' });
  };
  return (
    <Stack gap="s">
      <Heading level={4}>{say(messages.extent)}</Heading>
      <Segmented
        label={say(messages.when)}
        value={when}
        options={[
          { value: 'moment', label: say(messages.thisMoment) },
          { value: 'greatest', label: say(messages.greatest) },
        ]}
        onChange={setWhen}
      />
      <Button
        icon="download"
        disabled={isWorking}
        onClick={() =>
          save(fileName(run, 'extent', 'geojson', isMoment ? timeS : undefined), write)
        }
      >
        {say(isWorking ? messages.working : messages.saveJson)}
      </Button>
      <Note kind="faint">{say(messages.extentWhat)}</Note>
    </Stack>
  );
}
