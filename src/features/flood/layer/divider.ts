// The divider between two runs side by side: dragged, or moved with the arrow keys. Where it stands is the scene's own
// split position, which the shaders of both waters read.

import type { Language } from '#model/text.ts';
import type { Stage } from '#scene/layer.ts';

const label = { en: 'Divider between the two runs', zh: '两次模拟的分隔线' } as const;
const [LEAST, MOST] = [0.05, 0.95];
const KEY_STEP = 0.02;

export interface Divider {
  show(isOn: boolean, language: Language): void;
  stop(): void;
}

export function createDivider(stage: Stage): Divider {
  const { scene } = stage;
  const { canvas } = scene;
  const before = scene.splitPosition;
  const bar = document.createElement('div');
  const line = document.createElement('div');
  const grip = document.createElement('div');
  bar.tabIndex = 0;
  bar.setAttribute('role', 'slider');
  bar.setAttribute('aria-orientation', 'horizontal');
  bar.setAttribute('aria-valuemin', '0');
  bar.setAttribute('aria-valuemax', '100');
  Object.assign(bar.style, {
    position: 'absolute',
    top: '0',
    bottom: '0',
    width: '2.75rem',
    marginLeft: '-1.375rem',
    cursor: 'ew-resize',
    touchAction: 'none',
    display: 'none',
  });
  Object.assign(line.style, {
    position: 'absolute',
    ...{ top: '0', bottom: '0', left: '50%', width: '3px', marginLeft: '-1.5px' },
    background: '#fff',
    boxShadow: '0 0 0 1px rgba(0, 0, 0, 0.55)',
    pointerEvents: 'none',
  });
  Object.assign(grip.style, {
    position: 'absolute',
    ...{ top: '50%', left: '50%', width: '2.25rem', height: '2.25rem' },
    transform: 'translate(-50%, -50%)',
    borderRadius: '50%',
    background: '#fff',
    color: '#10202f',
    font: '600 1.1rem/2.25rem system-ui, sans-serif',
    textAlign: 'center',
    boxShadow: '0 0 0 1px rgba(0, 0, 0, 0.4), 0 2px 8px rgba(0, 0, 0, 0.4)',
    pointerEvents: 'none',
  });
  grip.textContent = '⇔';
  bar.append(line, grip);

  function moveTo(share: number): void {
    scene.splitPosition = Math.min(MOST, Math.max(LEAST, share));
    bar.style.left = `${scene.splitPosition * 100}%`;
    bar.setAttribute('aria-valuenow', String(Math.round(scene.splitPosition * 100)));
    stage.requestRender();
  }

  function drag(event: PointerEvent): void {
    if (!bar.hasPointerCapture(event.pointerId)) return;
    const { left, width } = canvas.getBoundingClientRect();
    moveTo((event.clientX - left) / Math.max(1, width));
  }

  bar.addEventListener('pointerdown', (event) => {
    bar.setPointerCapture(event.pointerId);
    event.stopPropagation();
  });
  bar.addEventListener('pointermove', drag);
  bar.addEventListener('keydown', (event) => {
    const step = { ArrowLeft: -KEY_STEP, ArrowRight: KEY_STEP }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    moveTo(scene.splitPosition + step);
  });
  canvas.parentElement?.append(bar);

  return {
    show(isOn, language) {
      bar.setAttribute('aria-label', label[language]);
      if (isOn === (bar.style.display === 'block')) return;
      bar.style.display = isOn ? 'block' : 'none';
      if (isOn) moveTo(0.5);
    },
    stop() {
      bar.remove();
      if (!scene.isDestroyed()) scene.splitPosition = before;
    },
  };
}
