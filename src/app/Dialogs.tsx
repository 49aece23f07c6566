import { useAppState } from '#store/use-store.tsx';
import { changeWorkbench } from '#store/workbench.ts';
import { Palette } from './commands/Palette.tsx';
import { Shortcuts } from './commands/Shortcuts.tsx';
import { HelpDialog } from './help/HelpDialog.tsx';
import { useParts } from './parts.tsx';
import { ShareDialog } from './sharing/ShareDialog.tsx';

/** What opens over everything, one at a time. */
export function Dialogs() {
  const { store } = useParts();
  const dialog = useAppState(({ workbench }) => workbench.dialog);
  const close = () => changeWorkbench(store, { dialog: undefined });
  switch (dialog) {
    case 'palette':
      return <Palette onClose={close} />;
    case 'shortcuts':
      return <Shortcuts onClose={close} />;
    case 'share':
      return <ShareDialog onClose={close} />;
    case 'help':
      return <HelpDialog onClose={close} />;
    case undefined:
      return null;
  }
}
