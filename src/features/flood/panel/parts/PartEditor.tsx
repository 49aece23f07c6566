import { useAppStore, useText } from '#store/use-store.tsx';
import { Button, Row, Stack, TextField } from '#ui';
import { messages } from '../../messages.ts';
import { startDrawing } from '../../state/draw.ts';
import { isStructure, type ScenarioPart } from '../../state/parts.ts';
import { putPart } from '../../state/scenarios.ts';
import { CornersField } from './CornersField.tsx';
import { SourceFields } from './SourceFields.tsx';
import { StructureFields } from './StructureFields.tsx';

/** Figures of one part; each change counts at once for the next run. */
export function PartEditor({ part }: { readonly part: ScenarioPart }) {
  const store = useAppStore();
  const say = useText();
  return (
    <Stack gap="s">
      <TextField
        label={say(messages.partName)}
        value={part.name}
        onChange={(name) => putPart(store, { ...part, name })}
      />
      {isStructure(part) ? <StructureFields part={part} /> : <SourceFields part={part} />}
      <CornersField part={part} />
      <Row>
        <Button
          size="s"
          icon="pencil"
          onClick={() => startDrawing(store, part.kind, { redraws: part.id })}
        >
          {say(messages.redraw)}
        </Button>
      </Row>
    </Stack>
  );
}
