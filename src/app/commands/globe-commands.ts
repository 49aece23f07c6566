import { poseLookingAt } from '#scene/camera-pose.ts';
import { flyTo } from '#store/camera.ts';
import type { Command } from '#store/command.ts';
import { notify } from '#store/workbench.ts';
import type { AppParts } from '../parts.tsx';
import { savePicture } from '../picture/save-picture.ts';
import { selectInside } from '../selecting/select-inside.ts';
import { messages } from './messages.ts';

/** What needs the globe or the sessions at hand, not the store alone. */
export function globeCommands(parts: AppParts): readonly Command[] {
  const { opener, globe } = parts;
  return [
    {
      id: 'app.select-view',
      title: { en: 'Select everything in view', zh: '选择视野内全部对象' },
      icon: 'maximize',
      shortcut: 'Mod+Shift+A',
      when: ({ city }) => city !== undefined,
      run: (store) => {
        const area = globe
          .getState()
          .handle?.areaOfRectangle({ x: 0, y: 0, width: innerWidth, height: innerHeight });
        const never = new AbortController().signal;
        if (area) void selectInside(store, opener.running(), area, false, never);
      },
    },
    {
      id: 'app.zoom-selection',
      title: { en: 'Zoom to the selection', zh: '缩放至所选对象' },
      icon: 'focus',
      shortcut: 'F',
      when: ({ selection }) => selection.length > 0,
      run: async (store) => {
        const thing = store.getState().selection[0];
        const session = opener.running().find(({ feature }) => feature.id === thing?.feature);
        const { signal } = new AbortController();
        const hits = thing && (await session?.session.search?.(thing.id, { limit: 5, signal }));
        const hit = hits?.find(({ selected }) => selected.id === thing?.id);
        if (hit) flyTo(store, poseLookingAt(hit.at));
      },
    },
    {
      id: 'app.picture',
      title: { en: 'Save the view as a picture', zh: '将视图保存为图片' },
      icon: 'camera',
      shortcut: 'Shift+P',
      when: ({ city }) => city !== undefined,
      run: (store) => {
        const { handle } = globe.getState();
        if (!handle) return;
        void savePicture(store.getState(), handle).catch((error: unknown) =>
          notify(store, {
            id: 'picture',
            tone: 'error',
            text: messages.pictureFailed,
            details: String(error),
          }),
        );
      },
    },
  ];
}
