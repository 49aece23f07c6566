import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button, Note, Row, SelectField, Stack } from '#ui';
import { sectionCourses } from '../../contract/section.ts';
import type { PipeKey } from '../../contract.ts';
import { chooseSection, endsOf } from '../../state/section.ts';
import { selectPipes } from '../../state.ts';
import { idOf } from '../trace/use-traced.ts';
import { messages } from './messages.ts';

interface CoursePickerProps {
  readonly selected: readonly PipeKey[];
}

/** What a long section goes along; two ends are said one after the other where a hand selects one thing at a time. */
export function CoursePicker({ selected }: CoursePickerProps) {
  const say = useText();
  const store = useAppStore();
  const choice = useAppState(selectPipes).section;
  return (
    <Stack gap="s">
      <SelectField
        label={say(messages.course)}
        value={choice.along}
        options={sectionCourses.map((value) => ({ value, label: say(messages.courses[value]) }))}
        onChange={(along) => chooseSection(store, { along, from: undefined, to: undefined })}
      />
      {choice.along === 'between' && <Ends selected={selected} />}
    </Stack>
  );
}

function Ends({ selected }: CoursePickerProps) {
  const say = useText();
  const store = useAppStore();
  const choice = useAppState(selectPipes).section;
  const { from, to } = endsOf(choice, selected);
  const [one] = selected;
  const name = (key: PipeKey | undefined) => (key === undefined ? '–' : idOf(key));
  return (
    <>
      <Note>
        {say(messages.begins)} {name(from)} · {say(messages.ends)} {name(to)}
      </Note>
      <Row gap="s" isWrapping>
        <Button
          size="s"
          icon="flag"
          disabled={one === undefined || one === choice.from}
          onClick={() => chooseSection(store, { from: one, to: undefined })}
        >
          {one === undefined
            ? say(messages.beginHere)
            : `${say(messages.beginHere)} · ${idOf(one)}`}
        </Button>
        <Button
          size="s"
          icon="refresh"
          disabled={from === undefined || to === undefined}
          onClick={() => chooseSection(store, { from: to, to: from })}
        >
          {say(messages.turnRound)}
        </Button>
      </Row>
    </>
  );
}
