import { useAppState } from '#store/use-store.tsx';
import { useIsPhone } from '#ui';
import { DeskWorkbench } from './DeskWorkbench.tsx';
import { PhoneWorkbench } from './PhoneWorkbench.tsx';

/** Everything around the globe of an open city, arranged for the screen at hand; nothing where chrome is hidden. */
export function Workbench() {
  const isPhone = useIsPhone();
  const isHidden = useAppState(({ workbench }) => workbench.isChromeHidden);
  if (isHidden) return null;
  return isPhone ? <PhoneWorkbench /> : <DeskWorkbench />;
}
