import { useSyncExternalStore } from 'react';

const query = '(pointer: coarse)';

/** Whether the first pointer of this machine is a finger. */
export const useIsTouch = (): boolean =>
  useSyncExternalStore(
    (wake) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', wake);
      return () => list.removeEventListener('change', wake);
    },
    () => window.matchMedia(query).matches,
  );
