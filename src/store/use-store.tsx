import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import type { Text } from '#model/text.ts';
import type { AppState, AppStore } from './store.ts';

const StoreContext = createContext<AppStore | undefined>(undefined);

export function StoreProvider({ store, children }: { store: AppStore; children: ReactNode }) {
  return <StoreContext value={store}>{children}</StoreContext>;
}

/** The app's store, for actions. */
export function useAppStore(): AppStore {
  const store = useContext(StoreContext);
  if (!store) throw new Error('useAppStore needs a StoreProvider above it.');
  return store;
}

/** A value of the state; the component renders again only when `selector` returns another one. */
export function useAppState<Value>(selector: (state: AppState) => Value): Value {
  return useStore(useAppStore(), selector);
}

/** Says a text in the chosen language. */
export function useText(): (text: Text) => string {
  const language = useAppState((state) => state.preferences.language);
  return (text) => text[language];
}
