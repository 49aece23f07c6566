import { useEffect, useRef, useState } from 'react';
import { useFrames } from '#scene/use-frames.tsx';
import { useAppStore, useText } from '#store/use-store.tsx';
import {
  Button,
  Heading,
  Note,
  NumberField,
  Progress,
  Segmented,
  Stack,
  saveBlob,
  useNotify,
} from '#ui';
import { schemeNames, statusMessages } from '../../../messages/status.ts';
import { followLatest, seek } from '../../../state/clock.ts';
import { selectFlood } from '../../../state.ts';
import { useMoment } from '../../use-flood.ts';
import { fileName } from '../describe-run.ts';
import { messages } from '../messages.ts';
import type { Exported } from '../use-exported.ts';
import { makeFilm } from './make-film.ts';

const formats = {
  video: { widthPx: 1280, pictures: 120, showMs: 1000 / 12 },
  gif: { widthPx: 640, pictures: 60, showMs: 120 },
} as const;
type Format = keyof typeof formats;
const MOST_PICTURES = 600;

/** The run from its start to now, as the globe shows it. */
export function FilmFile({ exported }: { readonly exported: Exported }) {
  const { run, status: standing, timeS } = exported;
  const store = useAppStore();
  const frames = useFrames();
  const say = useText();
  const moment = useMoment();
  const notify = useNotify();
  const [format, setFormat] = useState<Format>('video');
  const [wanted, setWanted] = useState<number>();
  const [done, setDone] = useState<number>();
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);

  const pictures = Math.min(
    MOST_PICTURES,
    Math.max(2, Math.round(wanted ?? formats[format].pictures)),
  );
  const make = async () => {
    const { followsRun } = selectFlood(store.getState());
    const untilS = standing.timeS;
    const ownStop = new AbortController();
    stop.current = ownStop;
    setDone(0);
    try {
      const { openGif } = await import('./gif-writer.ts');
      const open = format === 'gif' ? openGif : (await import('./video-writer.ts')).openVideo;
      const words = [
        run.scenario.name,
        say(statusMessages.simulated),
        say(schemeNames[standing.scheme]),
        `${standing.cellM} m`,
        exported.city,
      ].join(' · ');
      const film = await makeFilm(
        store,
        frames,
        {
          timesS: Array.from({ length: pictures }, (_, at) => (untilS * at) / (pictures - 1)),
          ...formats[format],
          caption: (atS) => [words, moment(run.scenario.startMs + atS * 1000)],
        },
        open,
        setDone,
        ownStop.signal,
      );
      const name = fileName(run, 'film', endings[film.type] ?? 'webm');
      saveBlob(name, film);
      notify({ tone: 'good', title: say(messages.saved(name)) });
    } catch (error) {
      if (!ownStop.signal.aborted) {
        const isNoEncoder = error instanceof Error && error.name === 'NoEncoderError';
        notify({
          tone: 'critical',
          title: say(messages.failed),
          detail: isNoEncoder ? say(messages.noEncoder) : String(error),
        });
      }
    } finally {
      setDone(undefined);
      if (followsRun) followLatest(store, Date.now());
      else seek(store, timeS);
    }
  };
  return (
    <Stack gap="s">
      <Heading level={4}>{say(messages.film)}</Heading>
      <Note kind="faint">{say(messages.filmWhat)}</Note>
      <Segmented
        label={say(messages.format)}
        value={format}
        options={[
          { value: 'video', label: say(messages.video) },
          { value: 'gif', label: say(messages.gif) },
        ]}
        onChange={setFormat}
      />
      <NumberField
        label={say(messages.pictures)}
        value={wanted ?? formats[format].pictures}
        onChange={setWanted}
        min={2}
        max={MOST_PICTURES}
        decimals={0}
      />
      {done === undefined ? (
        <Button icon="download" onClick={() => void make()}>
          {say(messages.make)}
        </Button>
      ) : (
        <>
          <Progress
            label={say(messages.film)}
            value={done / pictures}
            detail={say(messages.making(done, pictures))}
          />
          <Button icon="close" onClick={() => stop.current?.abort()}>
            {say(messages.cancel)}
          </Button>
        </>
      )}
    </Stack>
  );
}

const endings: Readonly<Record<string, string>> = {
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'image/gif': 'gif',
};
