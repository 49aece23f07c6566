import { usePicture } from '#scene/use-picture.ts';
import { useText } from '#store/use-store.tsx';
import { PrintSheet } from '#ui';
import type { Exported } from '../use-exported.ts';
import { BriefingBody } from './BriefingBody.tsx';
import { messages } from './messages.ts';

interface BriefingSheetProps {
  readonly exported: Exported;
  readonly onClose: () => void;
}

/** The moment that is shown on paper, for people who are not before the screen. */
export function BriefingSheet({ exported, onClose }: BriefingSheetProps) {
  const say = useText();
  const picture = usePicture();
  return (
    <PrintSheet title={say(messages.title)} print={say(messages.print)} onClose={onClose}>
      <BriefingBody exported={exported} picture={picture} />
    </PrintSheet>
  );
}
