import { describe, expect, it } from 'vitest';
import { createAppStore } from './store.ts';
import {
  cancelStep,
  changeWorkbench,
  dismissNotice,
  type Notice,
  notify,
  openDialog,
  openTab,
} from './workbench.ts';

const aNotice = (change: Partial<Notice> = {}): Notice => ({
  id: 'link',
  tone: 'info',
  text: { en: 'Link copied.', zh: '链接已复制。' },
  ...change,
});
const workbench = (store: ReturnType<typeof createAppStore>) => store.getState().workbench;

describe('the workbench', () => {
  it('opens panel and sheet at the tab asked for', () => {
    const store = createAppStore();
    changeWorkbench(store, { isPanelOpen: false });
    openTab(store, 'search');
    expect(workbench(store)).toMatchObject({ tab: 'search', isPanelOpen: true, sheet: 'half' });
  });

  it('leaves the left panel as it is for the inspector, which stands elsewhere', () => {
    const store = createAppStore();
    changeWorkbench(store, { isPanelOpen: false, sheet: 'full' });
    openTab(store, 'inspector');
    expect(workbench(store)).toMatchObject({ isPanelOpen: false, sheet: 'full' });
  });

  it('says each notice once, the latest words last', () => {
    const store = createAppStore();
    notify(store, aNotice());
    notify(store, aNotice({ id: 'other' }));
    notify(store, aNotice({ tone: 'error' }));
    expect(workbench(store).notices.map(({ id, tone }) => [id, tone])).toEqual([
      ['other', 'info'],
      ['link', 'error'],
    ]);
    dismissNotice(store, 'other');
    expect(workbench(store).notices.map(({ id }) => id)).toEqual(['link']);
  });

  it('takes one thing back with each Esc, the topmost first, and says when nothing is left', () => {
    const store = createAppStore({ selection: [{ feature: 'city', index: 0, id: 'a' }] });
    changeWorkbench(store, { tool: 'select-polygon', isChromeHidden: true });
    notify(store, aNotice());
    openDialog(store, 'palette');
    const seen: unknown[] = [];
    while (cancelStep(store)) {
      const { dialog, tool, isChromeHidden, notices } = workbench(store);
      const { selection } = store.getState();
      seen.push([dialog, tool, isChromeHidden, selection.length, notices.length]);
    }
    expect(seen).toEqual([
      [undefined, 'select-polygon', true, 1, 1],
      [undefined, undefined, true, 1, 1],
      [undefined, undefined, false, 1, 1],
      [undefined, undefined, false, 0, 1],
      [undefined, undefined, false, 0, 0],
    ]);
  });
});
