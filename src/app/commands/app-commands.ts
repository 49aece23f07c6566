import { instant } from '#model/time.ts';
import { goLive } from '#store/clock.ts';
import type { Command } from '#store/command.ts';
import { changeDropping } from '#store/dropping.ts';
import { setPreferences } from '#store/preferences.ts';
import type { AppState } from '#store/store.ts';
import { changeWorkbench, openDialog, openTab, type Tool } from '#store/workbench.ts';

const isOpen = ({ city }: AppState) => city !== undefined;

/** What a person can do with the house itself. */
export const appCommands: readonly Command[] = [
  {
    id: 'app.palette',
    title: { en: 'All commands', zh: '所有命令' },
    icon: 'command',
    shortcut: 'Mod+K',
    run: (store) => openDialog(store, 'palette'),
  },
  {
    id: 'app.search',
    title: { en: 'Search', zh: '搜索' },
    icon: 'search',
    shortcut: '/',
    when: isOpen,
    run: (store) => openTab(store, 'search'),
  },
  {
    id: 'app.layers',
    title: { en: 'Layers', zh: '图层' },
    icon: 'layers',
    shortcut: 'L',
    when: isOpen,
    run: (store) => openTab(store, 'layers'),
  },
  {
    id: 'app.catalogue',
    title: { en: 'Add a layer', zh: '添加图层' },
    icon: 'plus',
    shortcut: 'C',
    when: isOpen,
    run: (store) => openTab(store, 'catalogue'),
  },
  {
    id: 'app.panel',
    title: { en: 'Show or hide the panel', zh: '显示或隐藏面板' },
    icon: 'sidebar-collapse',
    shortcut: 'P',
    when: isOpen,
    run: (store) =>
      changeWorkbench(store, { isPanelOpen: !store.getState().workbench.isPanelOpen }),
  },
  {
    id: 'app.select-rectangle',
    title: { en: 'Select in a rectangle', zh: '矩形框选' },
    icon: 'select-box',
    shortcut: 'M',
    when: isOpen,
    run: (store) => changeWorkbench(store, { tool: 'select-rectangle' satisfies Tool }),
  },
  {
    id: 'app.select-polygon',
    title: { en: 'Select in a polygon', zh: '多边形选择' },
    icon: 'select-area',
    shortcut: 'Shift+M',
    when: isOpen,
    run: (store) => changeWorkbench(store, { tool: 'select-polygon' satisfies Tool }),
  },
  {
    id: 'app.clear-selection',
    title: { en: 'Clear the selection', zh: '清除选择' },
    icon: 'close',
    when: ({ selection }) => selection.length > 0,
    run: (store) => store.setState({ selection: [] }),
  },
  {
    id: 'app.time',
    title: { en: 'Sun and time', zh: '日照与时间' },
    icon: 'sun',
    shortcut: 'T',
    when: isOpen,
    run: (store) => {
      if (store.getState().workbench.isTimeOpen) changeWorkbench(store, { isTimeOpen: false });
      else openTab(store, 'time');
    },
  },
  {
    id: 'app.live',
    title: { en: 'Back to the present', zh: '回到当前时间' },
    icon: 'live',
    when: ({ clock }) => clock.mode === 'set',
    run: (store) => goLive(store, instant(Date.now())),
  },
  {
    id: 'app.share',
    title: { en: 'Share this view', zh: '分享此视图' },
    icon: 'share',
    shortcut: 'Shift+U',
    when: isOpen,
    run: (store) => openDialog(store, 'share'),
  },
  {
    id: 'app.open-file',
    title: { en: 'Open a file…', zh: '打开文件…' },
    icon: 'import',
    run: (store) => changeDropping(store, { kind: 'choosing' }),
  },
  {
    id: 'app.chrome',
    title: { en: 'Hide everything but the city', zh: '仅显示城市' },
    icon: 'maximize',
    shortcut: 'Mod+/',
    when: isOpen,
    run: (store) =>
      changeWorkbench(store, { isChromeHidden: !store.getState().workbench.isChromeHidden }),
  },
  {
    id: 'app.language',
    title: { en: 'Chinese 中文', zh: '英文 English' },
    icon: 'language',
    run: (store) => {
      const { language } = store.getState().preferences;
      setPreferences(store, { language: language === 'en' ? 'zh' : 'en' });
    },
  },
  {
    id: 'app.theme',
    title: { en: 'Dark or light', zh: '深色或浅色' },
    icon: 'theme',
    run: (store) => {
      const { theme } = store.getState().preferences;
      setPreferences(store, { theme: theme === 'dark' ? 'light' : 'dark' });
    },
  },
  {
    id: 'app.shortcuts',
    title: { en: 'Keyboard shortcuts', zh: '键盘快捷键' },
    icon: 'keyboard',
    shortcut: '?',
    run: (store) => openDialog(store, 'shortcuts'),
  },
  {
    id: 'app.help',
    title: { en: 'Help', zh: '帮助' },
    icon: 'help',
    shortcut: 'F1',
    run: (store) => openDialog(store, 'help'),
  },
];
