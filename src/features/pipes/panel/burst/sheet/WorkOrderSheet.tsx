import { useState } from 'react';
import type { Text } from '#model/text.ts';
import { usePicture } from '#scene/use-picture.ts';
import { useAppState, useText } from '#store/use-store.tsx';
import { Button, PrintSheet, Segmented } from '#ui';
import type { BurstIncident } from '../../../contract/burst.ts';
import { burstMessages } from '../../../messages/burst.ts';
import { sheetMessages as messages } from '../../../messages/sheet.ts';
import type { ShownIncident } from '../use-incident.ts';
import { SheetBody } from './SheetBody.tsx';

interface WorkOrderSheetProps {
  readonly incident: BurstIncident;
  readonly shown: ShownIncident;
  readonly onClose: () => void;
}

const languages = ['en', 'zh', 'both'] as const;

/** The order for the crew on one page: what to close where, whom to tell, what is known. */
export function WorkOrderSheet({ incident, shown, onClose }: WorkOrderSheetProps) {
  const say = useText();
  const own = useAppState(({ preferences }) => preferences.language);
  const [language, setLanguage] = useState<(typeof languages)[number]>(own);
  const picture = usePicture();
  const write = (text: Text) =>
    language === 'both' && text.en !== text.zh
      ? `${text.en} · ${text.zh}`
      : text[language === 'both' ? own : language];
  return (
    <PrintSheet
      title={say(burstMessages.workOrder)}
      onClose={onClose}
      tools={
        <>
          <Segmented
            label={say(messages.language)}
            value={language}
            options={[
              { value: 'en', label: 'English' },
              { value: 'zh', label: '中文' },
              { value: 'both', label: 'English + 中文' },
            ]}
            onChange={setLanguage}
          />
          <Button kind="primary" icon="printer" onClick={() => window.print()}>
            {say(messages.print)}
          </Button>
        </>
      }
    >
      <SheetBody incident={incident} shown={shown} write={write} picture={picture} />
    </PrintSheet>
  );
}
