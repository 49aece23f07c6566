import { describe, expect, it } from 'vitest';
import { createAppStore } from './store.ts';
import { cancelStep, changeWorkbench, dismissNotice, notify, openTab } from './workbench.ts';

const text = { en: 'A sentence.', zh: '一句话。' };

describe('the workbench', () => {
  it('takes things back one at a time with Escape, the latest opened first', () => {
    const store = createAppStore({ selection: [{ feature: 'city', index: 0, id: 'A' }] });
    notify(store, { id: 'link', tone: 'warning', text });
    changeWorkbench(store, { dialog: 'share', tool: 'select-polygon', isChromeHidden: true });
    const shown = () => {
      const { workbench, selection } = store.getState();
      return [
        workbench.dialog,
        workbench.tool,
        workbench.isChromeHidden,
        selection.length,
        workbench.notices.length,
      ];
    };
    const states = [shown()];
    while (cancelStep(store)) states.push(shown());
    expect(states).toEqual([
      ['share', 'select-polygon', true, 1, 1],
      [undefined, 'select-polygon', true, 1, 1],
      [undefined, undefined, true, 1, 1],
      [undefined, undefined, false, 1, 1],
      [undefined, undefined, false, 0, 1],
      [undefined, undefined, false, 0, 0],
    ]);
  });

  it('says the same thing once, in its latest words', () => {
    const store = createAppStore();
    notify(store, { id: 'server', tone: 'info', text });
    notify(store, { id: 'link', tone: 'warning', text });
    notify(store, { id: 'server', tone: 'error', text });
    expect(store.getState().workbench.notices.map(({ id, tone }) => [id, tone])).toEqual([
      ['link', 'warning'],
      ['server', 'error'],
    ]);
    dismissNotice(store, 'server');
    expect(store.getState().workbench.notices).toHaveLength(1);
  });

  it('opens the panel for its tabs, and the sheet of a phone half way at least', () => {
    const store = createAppStore();
    changeWorkbench(store, { isPanelOpen: false });
    openTab(store, 'inspector');
    expect(store.getState().workbench).toMatchObject({ isPanelOpen: false, sheet: 'half' });
    openTab(store, 'catalogue');
    expect(store.getState().workbench).toMatchObject({ isPanelOpen: true, tab: 'catalogue' });
    changeWorkbench(store, { sheet: 'full' });
    openTab(store, 'layers');
    expect(store.getState().workbench.sheet).toBe('full');
  });
});
