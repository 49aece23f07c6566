import type { Text } from '#model/text.ts';
import type { AppStore } from './store.ts';

/** What the house around the globe shows; none of it belongs in a shared link. */
export interface WorkbenchState {
  readonly dialog: Dialog | undefined;
  readonly isChromeHidden: boolean;
  /** The left panel on a desk. */
  readonly isPanelOpen: boolean;
  /** The time panel at the bottom of a desk. */
  readonly isTimeOpen: boolean;
  /** The part of the left panel on a desk, the tab of the sheet on a phone. */
  readonly tab: Tab;
  /** The sheet of a phone: how much of the screen it takes. */
  readonly sheet: 'peek' | 'half' | 'full';
  /** A tool that takes the pointer until it is done or cancelled. */
  readonly tool: Tool | undefined;
  readonly coordinates: CoordinateStyle;
  readonly notices: readonly Notice[];
  /** The layer's card that was asked for last: it unfolds and comes into sight. */
  readonly card?: { readonly layer: string; readonly asked: number };
}

export type Dialog = 'palette' | 'shortcuts' | 'share' | 'help';
export type Tab = 'search' | 'catalogue' | 'layers' | 'inspector' | 'time';
export type Tool = 'select-rectangle' | 'select-polygon';
export type CoordinateStyle = 'degrees' | 'minutes' | 'utm' | 'city';

/** One sentence for the person, until dismissed. */
export interface Notice {
  readonly id: string;
  readonly tone: 'info' | 'warning' | 'error';
  readonly text: Text;
  /** What to send to whoever looks after the system. */
  readonly details?: string;
}

export const initialWorkbench: WorkbenchState = {
  dialog: undefined,
  isChromeHidden: false,
  isPanelOpen: true,
  isTimeOpen: false,
  tab: 'layers',
  sheet: 'peek',
  tool: undefined,
  coordinates: 'degrees',
  notices: [],
};

export function changeWorkbench(store: AppStore, change: Partial<WorkbenchState>): void {
  store.setState(({ workbench }) => ({ workbench: { ...workbench, ...change } }));
}

export const openDialog = (store: AppStore, dialog: Dialog) => changeWorkbench(store, { dialog });

/** Opens the panel, or the sheet, at a tab. */
export function openTab(store: AppStore, tab: Tab): void {
  store.setState(({ workbench }) => ({
    workbench: {
      ...workbench,
      tab,
      isPanelOpen: tab === 'inspector' || tab === 'time' ? workbench.isPanelOpen : true,
      isTimeOpen: workbench.isTimeOpen || tab === 'time',
      sheet: workbench.sheet === 'peek' ? 'half' : workbench.sheet,
    },
  }));
}

/** Brings the card of a layer into sight, unfolded. */
export function openCard(store: AppStore, layer: string): void {
  openTab(store, 'layers');
  const asked = (store.getState().workbench.card?.asked ?? 0) + 1;
  changeWorkbench(store, { card: { layer, asked } });
}

/** Says something once: a notice with the same id replaces the earlier one. */
export function notify(store: AppStore, notice: Notice): void {
  store.setState(({ workbench }) => ({
    workbench: {
      ...workbench,
      notices: [...workbench.notices.filter(({ id }) => id !== notice.id), notice],
    },
  }));
}

export function dismissNotice(store: AppStore, id: string): void {
  store.setState(({ workbench }) => ({
    workbench: { ...workbench, notices: workbench.notices.filter((notice) => notice.id !== id) },
  }));
}

/** One press of Esc: takes back the latest thing; false where nothing was left to take back. */
export function cancelStep(store: AppStore): boolean {
  const { workbench, selection } = store.getState();
  if (workbench.dialog) changeWorkbench(store, { dialog: undefined });
  else if (workbench.tool) changeWorkbench(store, { tool: undefined });
  else if (workbench.isChromeHidden) changeWorkbench(store, { isChromeHidden: false });
  else if (selection.length > 0) store.setState({ selection: [] });
  else if (workbench.notices.length > 0) changeWorkbench(store, { notices: [] });
  else return false;
  return true;
}
