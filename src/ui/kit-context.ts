import { createContext, useContext } from 'react';
import type { Language } from '#model/text.ts';
import { type Word, words } from './words.ts';

export interface Kit {
  readonly language: Language;
  readonly theme: 'dark' | 'light';
}

export const KitContext = createContext<Kit>({ language: 'en', theme: 'dark' });

export const useKit = (): Kit => useContext(KitContext);

/** Says one of the kit's own words in the chosen language. */
export function useWord(): (word: Word) => string {
  const { language } = useKit();
  return (word) => words[word][language];
}

/** BCP 47 tag whose number and date conventions the kit writes in. */
export const localeOf = (language: Language): string => (language === 'zh' ? 'zh-CN' : 'en-GB');
