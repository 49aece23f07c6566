import { useKit } from '../kit-context.ts';

/** Says the gallery's own words in the chosen language. */
export function useSay(): (en: string, zh: string) => string {
  const { language } = useKit();
  return (en, zh) => (language === 'zh' ? zh : en);
}
