import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { formatQuantity, Note, SelectField, Stack, TextField, useKit } from '#ui';
import { type Clash, clashStatuses } from '../contract/clash.ts';
import { checkMessages as messages } from '../messages/checks.ts';
import { markClash, newMark } from '../state/checks.ts';
import { selectBim } from '../state.ts';

/** What meets there, how deep, and what a person makes of it. */
export function ClashDetails({ clash }: { readonly clash: Clash }) {
  const store = useAppStore();
  const say = useText();
  const { language } = useKit();
  const { status, note } = useAppState(
    (state) => selectBim(state).checks.marks[clash.id] ?? newMark,
  );
  const millimetres = (value: number) =>
    formatQuantity(value * 1000, 'mm', language, { decimals: 0 });
  const depth = millimetres(clash.depthM);
  const measure =
    clash.kind === 'clearance'
      ? say(messages.gap(millimetres(clash.gapM)))
      : clash.isEstimate
        ? say(messages.atLeast(depth))
        : depth;
  const kind = say(clash.kind === 'hard' ? messages.hard : messages.tooNear);
  return (
    <Stack gap="s">
      {[clash.a, clash.b].map((thing) => (
        <Note key={thing.id}>
          {[thing.name, thing.class, thing.storey].filter(Boolean).join(' · ')}
        </Note>
      ))}
      <Note kind="number">{`${kind}: ${measure}`}</Note>
      <SelectField
        label={say(messages.status)}
        value={status}
        options={clashStatuses.map((value) => ({ value, label: say(messages.statuses[value]) }))}
        onChange={(value) => markClash(store, clash.id, { status: value })}
      />
      <TextField
        label={say(messages.note)}
        value={note}
        onChange={(value) => markClash(store, clash.id, { note: value })}
      />
    </Stack>
  );
}
