import { useEffect, useRef } from 'react';
import { useText } from '#store/use-store.tsx';
import { useParts } from '../parts.tsx';
import { messages } from './messages.ts';

/** Asks the system for files, for whoever can't drop any: by keyboard, on a phone. */
export function ChooseFile() {
  const { importer } = useParts();
  const say = useText();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const element = input.current;
    if (!element) return;
    element.addEventListener('cancel', importer.dismiss);
    element.click();
    return () => element.removeEventListener('cancel', importer.dismiss);
  }, [importer]);
  return (
    <input
      ref={input}
      type="file"
      multiple
      hidden
      aria-label={say(messages.chooseFile)}
      onChange={({ currentTarget }) => void importer.take([...(currentTarget.files ?? [])])}
    />
  );
}
