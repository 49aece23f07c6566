import { type ComponentType, useState } from 'react';
import { useText } from '#store/use-store.tsx';
import { Note, SelectField, Stack } from '#ui';
import { traceMessages as messages } from '../../messages/trace.ts';
import { CriticalityList } from './CriticalityList.tsx';
import { ExerciseList } from './ExerciseList.tsx';
import { OutageTrace } from './OutageTrace.tsx';
import { ShortestWay } from './ShortestWay.tsx';
import { SourceShares } from './SourceShares.tsx';
import { ConnectedTrace, DownstreamTrace, UpstreamTrace } from './Traces.tsx';

const parts = {
  downstream: DownstreamTrace,
  upstream: UpstreamTrace,
  connected: ConnectedTrace,
  shortest: ShortestWay,
  sources: SourceShares,
  criticality: CriticalityList,
  exercise: ExerciseList,
  outage: OutageTrace,
} satisfies Record<string, ComponentType>;
type Question = keyof typeof parts;
const questions: readonly Question[] = [
  ...(['downstream', 'upstream', 'connected', 'shortest'] as const),
  ...(['sources', 'criticality', 'exercise', 'outage'] as const),
];

/** Questions about how a network hangs together; what is found is marked on the globe. */
export default function TraceTool() {
  const say = useText();
  const [question, setQuestion] = useState<Question>('downstream');
  const Part = parts[question];
  return (
    <Stack>
      <Stack gap="s">
        <SelectField
          label={say(messages.question)}
          value={question}
          options={questions.map((value) => ({ value, label: say(messages.questions[value]) }))}
          onChange={setQuestion}
        />
        <Note kind="faint">{say(messages.hints[question])}</Note>
      </Stack>
      <Part key={question} />
    </Stack>
  );
}
