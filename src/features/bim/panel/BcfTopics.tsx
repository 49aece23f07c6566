import { useRef, useState } from 'react';
import { flyTo } from '#store/camera.ts';
import { useAppStore, useText } from '#store/use-store.tsx';
import { Banner, Button, DataTable, Note, Row, Stack } from '#ui';
import { toMark } from '../kernel/bcf/clash-topics.ts';
import { readBcf } from '../kernel/bcf/read-bcf.ts';
import type { BcfFile, BcfTopic } from '../kernel/bcf/topic.ts';
import { toPartKey } from '../kernel/part-key.ts';
import { checkMessages as messages } from '../messages/checks.ts';
import { markClash } from '../state/checks.ts';
import { hideParts, isolate } from '../state.ts';
import { poseOf } from './bcf-view.ts';
import { selectElements } from './part-actions.ts';
import { useLine, useModels } from './use-line.ts';

/** What others noted in a BCF file: each topic shows its view of the model. */
export function BcfTopics() {
  const store = useAppStore();
  const say = useText();
  const line = useLine();
  const models = useModels();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<BcfFile>();
  const [failure, setFailure] = useState<string>();
  const [chosen, setChosen] = useState<BcfTopic>();

  async function open(picked: File | undefined): Promise<void> {
    if (!picked) return;
    try {
      const read = readBcf(new Uint8Array(await picked.arrayBuffer()), picked.name);
      setFile(read);
      setFailure(undefined);
      for (const topic of read.topics) {
        const known = toMark(topic);
        if (known) markClash(store, known.id, known.mark);
      }
    } catch (error) {
      setFile(undefined);
      setFailure(error instanceof Error ? error.message : String(error));
    }
  }

  /** Elements are looked for in every open model: BCF names them, not the model. */
  async function show(topic: BcfTopic | undefined): Promise<void> {
    setChosen(topic);
    const view = topic?.viewpoint;
    if (!view || !line) return;
    const found = async (ids: readonly { readonly ifcGuid: string | undefined }[]) => {
      const things: { index: number; part: string; model: string }[] = [];
      for (const { ifcGuid: globalId } of ids) {
        for (const { source } of globalId ? models : []) {
          const index = await line.call('find', { model: source.id, globalId: globalId ?? '' });
          if (index === undefined) continue;
          things.push({
            ...{ index, model: source.id },
            part: toPartKey(source.id, 'element', globalId ?? ''),
          });
        }
      }
      return things;
    };
    const [selected, exceptions] = [await found(view.selection), await found(view.exceptions)];
    const parts = exceptions.map(({ part }) => part);
    if (view.isVisibleByDefault) hideParts(store, parts);
    else isolate(store, parts);
    const opened =
      models.find(({ source }) => source.id === (selected[0] ?? exceptions[0])?.model) ?? models[0];
    if (view.camera && opened) flyTo(store, poseOf(opened, view.camera));
    await selectElements(
      store,
      line,
      selected.map(({ index }) => index),
    );
  }

  return (
    <Stack>
      <Row>
        <Button size="s" icon="folder" onClick={() => input.current?.click()}>
          {say(messages.openBcf)}
        </Button>
        {file && (
          <Button size="s" kind="quiet" onClick={() => setFile(undefined)}>
            {say(messages.closeTopics)}
          </Button>
        )}
      </Row>
      <input
        ref={input}
        type="file"
        accept=".bcf,.bcfzip"
        aria-label={say(messages.openBcf)}
        hidden
        onChange={(event) => {
          void open(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      {failure && (
        <Banner
          tone="warning"
          title={say(messages.bcfFailed)}
          onClose={() => setFailure(undefined)}
        >
          {failure}
        </Banner>
      )}
      {file?.topics.length === 0 && <Note>{say(messages.noTopics)}</Note>}
      {file && file.topics.length > 0 && (
        <DataTable
          label={say(messages.topics)}
          columns={[
            { id: 'title', title: say(messages.topic), width: '2fr', value: ({ title }) => title },
            { id: 'status', title: say(messages.status), value: ({ status }) => status },
          ]}
          rows={file.topics}
          rowId={({ guid }) => guid}
          selectedIds={new Set(chosen ? [chosen.guid] : [])}
          onSelectionChange={(ids) => void show(file.topics.find(({ guid }) => ids.has(guid)))}
          onActivate={(topic) => void show(topic)}
          height="12rem"
        />
      )}
      {chosen?.description && <Note kind="faint">{chosen.description}</Note>}
      {chosen?.comments.map(({ guid, text }) => (
        <Note key={guid}>{text}</Note>
      ))}
    </Stack>
  );
}
