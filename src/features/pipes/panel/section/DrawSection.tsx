import { useEffect } from 'react';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button, Note } from '#ui';
import { cancelDrawing, drawSection } from '../../state/drawing.ts';
import { selectPipes } from '../../state.ts';
import { PipesDrawBar } from '../place/PipesDrawBar.tsx';
import { messages } from './messages.ts';

/** Draws the section's line: by clicks on the map or by typed places; what was drawn before stays until it is done. */
export function DrawSection() {
  const say = useText();
  const store = useAppStore();
  const { drawing, sectionLine } = useAppState(selectPipes);
  useEffect(() => {
    if (selectPipes(store.getState()).sectionLine.length === 0) drawSection(store);
    return () => cancelDrawing(store);
  }, [store]);
  if (drawing?.purpose === 'section') {
    return (
      <PipesDrawBar
        drawing={drawing}
        title={say(messages.byDrawing)}
        how={say(messages.howToDraw)}
      />
    );
  }
  return (
    <>
      <Button icon="pencil" onClick={() => drawSection(store)}>
        {say(messages.drawAgain)}
      </Button>
      <Note kind="faint">
        {say(
          sectionLine.length === 0 ? messages.notDrawn : messages.drawnPoints(sectionLine.length),
        )}
      </Note>
    </>
  );
}
